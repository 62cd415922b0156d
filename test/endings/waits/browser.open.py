"""A desktop whose launcher does not end."""
import webbrowser

from ready import ready

ready()
webbrowser.open("http://127.0.0.1/")
