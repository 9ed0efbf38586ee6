"""Pictures drawn from the core when the site is built: one file a picture, `axes` what they share.

A picture is as wide as its column: what lies along it is placed in per cent, so that words keep their size on a phone.
"""
