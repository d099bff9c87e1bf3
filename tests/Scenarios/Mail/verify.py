# Verifies the DKIM signature of the mail on standard input by dkimpy (Debian: python3-dkim); the DNS is the one record that is given.
# Usage: python3 verify.py NAME RECORD. Prints True or False.
import sys

import dkim

name, record = sys.argv[1].encode(), sys.argv[2].encode()


def dns(asked, timeout=5):
    return record if asked.rstrip(b".") == name else None


print(dkim.verify(sys.stdin.buffer.read(), dnsfunc=dns, minkey=2048))
