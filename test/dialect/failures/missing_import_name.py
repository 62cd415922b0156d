from urllib import no_such_name
