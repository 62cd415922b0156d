try:
    import ConfigParser
except:
    import configparser as ConfigParser
