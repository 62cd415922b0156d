# pdb.post_mortem: an error is looked at where it happened, and in the frame above.
import pdb


def number(text):
    return int(text)


words = ["seven"]
try:
    number(words[0])
except ValueError as error:
    pdb.post_mortem(error.__traceback__)
print("after")
