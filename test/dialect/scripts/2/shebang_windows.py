#!"C:\Python27\python.exe" -u
print(1)
