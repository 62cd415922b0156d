from Tkinter import *
root = Tk()
root.mainloop()
