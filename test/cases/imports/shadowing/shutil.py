WHO = 'shutil beside the script'
