WHO = 'queue beside the script'
