assert False, "said"
