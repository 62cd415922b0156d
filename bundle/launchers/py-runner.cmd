@rem Starts py-runner, wherever its folder lies: with PY_RUNNER_NODE, else the node beside this file, else the first in PATH.
@rem Behind -- node reads no options: it would take an --env-file of ours, or of the script, for its own.
@if defined PY_RUNNER_NODE goto named
@if exist "%~dp0node.exe" goto beside
@node -- "%~dp0cli.js" %*
@exit /b %errorlevel%
:named
@"%PY_RUNNER_NODE%" -- "%~dp0cli.js" %*
@exit /b %errorlevel%
:beside
@"%~dp0node.exe" -- "%~dp0cli.js" %*
@exit /b %errorlevel%
