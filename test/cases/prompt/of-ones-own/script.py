# code.interact: a prompt that a script offers, with names, a banner and an end of its own.
import code

names = {"given": 20}
code.interact(banner="begin", local=names, exitmsg="over")
print(names["made"])
