#!/usr/bin/env python3
# -*- coding: utf-8 -*-
import os, sys, re, time, json, shutil, socket, getpass, datetime, subprocess, urllib.request, urllib.error
from os.path import join, exists, basename, dirname, abspath, expanduser

print(os.getcwd() != "", flush=True)


def read(name):
    with open(name) as file:
        return file.read()


read("missing.txt")
