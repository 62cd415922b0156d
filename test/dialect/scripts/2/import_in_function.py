def main():
    import commands
    return commands.getoutput('uptime')

main()
