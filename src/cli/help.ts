// What -h and -V print.

export const version = 'Python 3.14.2'

export const help = `usage: py-runner [option] ... [-c cmd | -m mod | file | -] [arg] ...

Runs a Python script with a Python of its own: nothing needs to be installed.

  file             a script, or a directory or zip file with a __main__.py
  -c cmd           a program given as text
  -m mod           a module of the library or beside the working directory
  -                a program read from standard input (also when no file is given)
  arg ...          arguments for the program, in sys.argv[1:]

options:
  -h, --help       this text
  -V, --version    the version of Python
  --seat SEAT      where the script runs: inline (starts fastest) or worker (deep
                   stack, can be interrupted); chosen by itself when not given
  --no-snapshot    start Python from scratch
  --platform NAME  linux, or win32 with --drive DIR as drive C:
  --debug          say more when py-runner itself fails

examples:
  py-runner backup.py /srv/data
  py-runner -c "import sys; print(sys.version)"
  py-runner -m json.tool config.json
  echo 'print(6 * 7)' | py-runner -`
