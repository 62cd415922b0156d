import commands
commands.restart()
