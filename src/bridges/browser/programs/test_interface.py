"""What a script can ask of webbrowser besides opening: names, registration, errors."""
import webbrowser

print(webbrowser.__all__)
calls = []


class Own(webbrowser.BaseBrowser):
    """A browser of the script's."""

    def open(self, url, new=0, autoraise=True):
        calls.append((url, new, autoraise))
        return new != 2


def outcome(act):
    try:
        return act()
    except Exception as error:
        return type(error).__name__, str(error)


print(outcome(lambda: webbrowser.get("no-such-browser")))
print(outcome(lambda: webbrowser.BaseBrowser().open("x")))
webbrowser.register("Own", Own, preferred=True)
print(type(webbrowser.get("own")).__name__, type(webbrowser.get()).__name__, webbrowser.get("own") is webbrowser.get("own"))
mine = Own("mine")
webbrowser.register("mine", None, mine, preferred=True)
print(webbrowser.get("mine") is mine, mine.name, mine.basename)
print(webbrowser.open("http://a/"), webbrowser.open_new("http://b/"), mine.open_new("http://c/"), mine.open_new_tab("http://d/"))
print(calls)
generic = webbrowser.GenericBrowser(["/usr/bin/prog", "-x", "%s"])
print(generic.name, generic.args, generic.basename, webbrowser.GenericBrowser("prog").args)
print(type(webbrowser.get("prog %s &")).__name__, webbrowser.get("'a b' %s -y").name, webbrowser.get("prog -n %s").args)
print(issubclass(webbrowser.Error, Exception), webbrowser.Error.__module__)
