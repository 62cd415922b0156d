"""open_url, notify, platform, is_admin, install_msi: recording programs on PATH stand for the real ones."""

import os
import subprocess
import sys
import unittest

import scripthelper as sh
from scripthelper import _desktop
from scripthelper._msi import MsiOutcome, _quoted

RECORD = """#!/bin/sh
printf '%s\\n' "$(basename "$0")" "$@" >> {folder}/record
exit {code}
"""


class WithPrograms(unittest.TestCase):
    def setUp(self):
        self.folder = os.path.abspath(self.id())
        os.mkdir(self.folder)
        self.addCleanup(os.environ.update, {"PATH": os.environ["PATH"]})
        os.environ["PATH"] = self.folder

    def program(self, name, code=0):
        path = os.path.join(self.folder, name)
        with open(path, "w") as file:
            file.write(RECORD.format(folder=self.folder, code=code))
        os.chmod(path, 0o755)
        os.environ["PATH"] = f"{self.folder}:/usr/bin:/bin"

    def record(self):
        try:
            with open(os.path.join(self.folder, "record"), encoding="utf-8") as file:
                return file.read().splitlines()
        except FileNotFoundError:
            return []


class Notify(WithPrograms):
    def test_a_message_is_shown(self):
        self.program("notify-send")
        self.assertIs(sh.notify("-título $HOME", "it's `id` and \"more\""), True)
        self.assertEqual(self.record(), ["notify-send", "--", "-título $HOME", "it's `id` and \"more\""])

    def test_a_text_has_no_escapes_and_no_markup(self):
        self.program("notify-send")
        sh.notify("C:\\new <b>&", "C:\\new\\table: <b>1 & 2</b>")  # what it shows: a backslash for two, a letter for an entity
        self.assertEqual(self.record()[2:], ["C:\\new <b>&", "C:\\\\new\\\\table: &lt;b&gt;1 &amp; 2&lt;/b&gt;"])

    def test_a_service_that_refuses_is_false(self):
        self.program("notify-send", code=1)
        self.assertIs(sh.notify("title", "text"), False)
        self.assertEqual(self.record(), ["notify-send", "--", "title", "text"])

    def test_a_service_that_does_not_answer_is_false(self):
        self.program("notify-send")
        with open(os.path.join(self.folder, "notify-send"), "w") as file:
            file.write("#!/bin/sh\nexec sleep 600\n")
        self.addCleanup(setattr, _desktop, "_ANSWER_SECONDS", _desktop._ANSWER_SECONDS)
        _desktop._ANSWER_SECONDS = 0.2
        self.assertIs(sh.notify("title", "text"), False)

    def test_on_macos_the_words_are_arguments_of_a_fixed_script(self):
        self.program("osascript")
        self.addCleanup(setattr, sys, "platform", sys.platform)
        sys.platform = "darwin"
        self.assertIs(sh.notify("-e", '" & do shell script "id"'), True)
        name, option, *script, end, title, text = self.record()
        self.assertEqual((name, option, end, title, text), ("osascript", "-e", "--", "-e", '" & do shell script "id"'))
        self.assertEqual("\n".join(script), _desktop._NOTIFICATION)

    def test_no_service_is_false(self):
        self.assertIs(sh.notify("title", "text"), False)

    def test_a_nul_is_an_error(self):
        self.program("notify-send")
        for words in (("a\0b", "c"), ("a", "b\0c")):
            with self.assertRaises(ValueError):
                sh.notify(*words)
        self.assertEqual(self.record(), [])


class OpenUrl(WithPrograms):
    def setUp(self):
        super().setUp()
        self.addCleanup(os.environ.pop, "BROWSER", None)
        os.environ.pop("DISPLAY", None)

    def test_a_browser_gets_the_url(self):
        self.program("viewer")
        os.environ["BROWSER"] = "viewer"
        self.assertIs(sh.open_url("https://a.example/?q=a b&c=$HOME"), True)
        self.assertEqual(self.record(), ["viewer", "https://a.example/?q=a b&c=$HOME"])

    def test_what_is_no_url_is_an_error(self):
        self.program("viewer")
        os.environ["BROWSER"] = "viewer"
        for url in ("", "a.example", "javascript:alert(1)", "-x", "http://", "https:", " http://a/", "http://a/\n", "http://a\0"):
            with self.assertRaises(ValueError, msg=url):
                sh.open_url(url)
        self.assertEqual(self.record(), [])


class Machine(unittest.TestCase):
    def test_the_platform_has_one_of_three_names(self):
        self.assertEqual(sh.platform(), {"linux": "linux", "darwin": "mac", "win32": "windows"}[sys.platform])
        self.addCleanup(setattr, sys, "platform", sys.platform)
        for name, expected in (("win32", "windows"), ("darwin", "mac"), ("linux2", "linux")):
            sys.platform = name
            self.assertEqual(sh.platform(), expected)
        sys.platform = "plan9"
        with self.assertRaisesRegex(NotImplementedError, "^plan9 is none of windows, mac and linux$"):
            sh.platform()

    def test_an_administrator_is_root(self):
        user = subprocess.run(["id", "-u"], stdout=subprocess.PIPE, check=True).stdout.strip()
        self.assertIs(sh.is_admin(), user == b"0")


class InstallMsi(WithPrograms):
    def test_msiexec_gets_the_package_and_the_options(self):
        self.program("msiexec")
        package = os.path.join(self.folder, "a b.msi")
        with open(package, "w"):
            pass
        for options, words in (
            ('/qn DIR="C:/Program Files/X"', ["/qn", "DIR=C:/Program Files/X"]), (["/qb", "A=b; $c"], ["/qb", "A=b; $c"]),
            ("", []),
        ):
            outcome = sh.install_msi(os.path.relpath(package), options)
            self.assertEqual(self.record()[-3 - len(words):], ["msiexec", "/i", package, *words])
            self.assertEqual((outcome, outcome.code, outcome.restart_needed, bool(outcome)), ("installed", 0, False, True))
        sh.install_msi(package)
        self.assertEqual(self.record()[-2:], ["/qn", "/norestart"])

    def test_its_code_comes_back_in_words(self):
        self.program("msiexec", code=87)
        outcome = sh.install_msi(sys.executable)
        self.assertEqual((outcome, outcome.code, bool(outcome)), ("a parameter is invalid", 87, False))
        for code, done, restart, words in (
            (0, True, False, "^installed$"), (1602, False, False, "cancelled"), (1603, False, False, "fatal error"),
            (1618, False, False, "another installation"), (1619, False, False, "cannot be opened"),
            (1641, True, True, "initiated"), (3010, True, True, "restart is needed"), (4711, False, False, "4711"),
        ):
            outcome = MsiOutcome(code)
            self.assertEqual((outcome.code, bool(outcome), outcome.restart_needed), (code, done, restart))
            self.assertRegex(outcome, words)

    def test_a_package_or_an_installer_that_is_not_there_is_an_error(self):
        with self.assertRaises(FileNotFoundError) as caught:
            sh.install_msi(sys.executable)
        self.assertEqual(caught.exception.filename, "msiexec")
        self.program("msiexec")
        with self.assertRaises(FileNotFoundError):
            sh.install_msi("absent.msi")
        self.assertEqual(self.record(), [])

    def test_words_are_quoted_as_msiexec_reads_them(self):
        for word, quoted in (
            ("/qn", "/qn"), ("A=b", "A=b"), ("A=b c", 'A="b c"'), ("C:\\a b\\log", '"C:\\a b\\log"'), ('A="b c"', 'A="b c"'),
            ("", '""'),
        ):
            self.assertEqual(_quoted(word), quoted)


if __name__ == "__main__":
    unittest.main()
