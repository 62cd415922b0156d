def traced(function):
    print(function.func_name)
    return function
