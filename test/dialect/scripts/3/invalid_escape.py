print('C:\dir\some')
