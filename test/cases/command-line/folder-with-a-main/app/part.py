NAME = 'part of the folder'
