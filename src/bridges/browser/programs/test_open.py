"""Opens each argument as a URL and says whether a browser took it; NAME=VALUE first changes the environment."""
import os
import sys
import webbrowser

for argument in sys.argv[1:]:
    name, equals, value = argument.partition("=")
    if equals and name.isupper():
        os.environ[name] = value
    else:
        try:
            print(webbrowser.open(argument))
        except ValueError as error:
            print("ValueError", error)
