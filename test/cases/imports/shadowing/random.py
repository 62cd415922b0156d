WHO = 'random beside the script'
