NAME = 'the module beside the script'
