import tkinter as Tkinter
from tkinter import ttk
