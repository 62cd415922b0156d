// Names of variables that change which code a program loads, or where it looks for programs and libraries. Whoever may push
// variables to a script must not thereby choose what the interpreter itself is. Compared without regard to case, as Windows does.

/** Heeded by the C library of every program: glibc, sysdeps/generic/unsecvars.h; dyld(1). */
const LIBC_PREFIXES = ['LD_', 'DYLD_', 'GLIBC_', 'GCONV_', 'MALLOC_']
const LIBC_NAMES = new Set(
  'GETCONF_DIR HOSTALIASES LOCALDOMAIN LOCPATH NIS_PATH NLSPATH RESOLV_HOST_CONF RES_OPTIONS TZDIR'.split(' '),
)

const PREFIXES = `NODE_ NPM_CONFIG_ ELECTRON_ PYTHON BASH_FUNC_ PERL5 RUBY GEM_ BUNDLE_ LUA_ GUILE_ PHP
  COR_ CORECLR_ DOTNET_ COMPLUS_ JAVA_ OPENSSL_ GTK_ QT_ GIO_ GST_ GIT_ UV_`.split(/\s+/)
const NAMES = new Set(
  `PATH PATHEXT COMSPEC SYSTEMROOT WINDIR SYSTEMDRIVE PSMODULEPATH __COMPAT_LAYER __PSLOCKDOWNPOLICY
  IFS ENV BASH_ENV SHELL SHELLOPTS BASHOPTS PS4 PROMPT_COMMAND CDPATH ZDOTDIR
  HOME USER LOGNAME USERNAME USERPROFILE HOMEDRIVE HOMEPATH APPDATA LOCALAPPDATA PROGRAMDATA ALLUSERSPROFILE TMPDIR TEMP TMP
  XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR XDG_DATA_DIRS XDG_CONFIG_DIRS
  DBUS_SESSION_BUS_ADDRESS DBUS_SYSTEM_BUS_ADDRESS PERLLIB PERL_MM_OPT CLASSPATH _JAVA_OPTIONS JDK_JAVA_OPTIONS
  R_PROFILE TCLLIBPATH TERMINFO TERMINFO_DIRS EDITOR VISUAL PAGER LESSOPEN LESSCLOSE SSLKEYLOGFILE`.split(/\s+/),
)

export function isForbidden(name: string, allowed: readonly string[]): boolean {
  const upper = name.toUpperCase()
  if (allowed.some((each) => each.toUpperCase() === upper)) return false
  return NAMES.has(upper) || PREFIXES.some((prefix) => upper.startsWith(prefix)) || isHeededByLibc(name)
}

/** What no program of a higher level may have in its environment, not even for the moment before it becomes another. */
export function isHeededByLibc(name: string): boolean {
  const upper = name.toUpperCase()
  return LIBC_NAMES.has(upper) || LIBC_PREFIXES.some((prefix) => upper.startsWith(prefix))
}
