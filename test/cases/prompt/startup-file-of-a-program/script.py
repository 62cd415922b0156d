# PYTHONSTARTUP does not run before a script, only before a prompt.
print("script")
