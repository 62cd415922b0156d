WHO = 'calendar beside the script'
