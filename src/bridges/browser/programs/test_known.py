"""Which browsers webbrowser finds, and what it calls them with; BackgroundBrowser's answer depends on who is faster."""
import sys
import webbrowser

for name in sys.argv[1:]:
    try:
        browser = webbrowser.get(name)
    except webbrowser.Error as error:
        print(name, error)
        continue
    answers = [browser.open(f"http://{new}.example/?q=a b&c='$HOME", new, autoraise=new != 1) for new in (0, 1, 2)]
    kind = type(browser).__name__
    print(name, kind, browser.name, browser.basename, answers if kind != "BackgroundBrowser" else "")
print(webbrowser.get().name)
try:
    webbrowser.Mozilla("firefox").open("http://a/", 3)
except webbrowser.Error as error:
    print(error)
