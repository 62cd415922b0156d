def main():
    return unicode('x')


main()
