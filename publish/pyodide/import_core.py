"""Run in the Python that the snapshot is taken of: imports the core, and tidies up. Says all modules, and where the door is."""

import gc
import importlib
import json
import pkgutil
import sys
import traceback
import zipimport

import guideline_core

for module in pkgutil.walk_packages(guideline_core.__path__, "guideline_core."):
    if module.name not in ("guideline_core.__main__", "guideline_core.shell"):
        importlib.import_module(module.name)
try:
    guideline_core.no_such_name
except AttributeError as error:
    # What Pyodide itself imports to tell of an error.
    traceback.format_exception(error)

# The address is what CPython's id() is, and a function that a module holds stays there.
found = json.dumps({"modules": sorted(sys.modules), "call": id(guideline_core.browser.call)})
# What was looked up on disk and in the zip is forgotten: in a page neither is there.
sys.path_importer_cache.clear()
zipimport._zip_directory_cache.clear()
gc.collect()
found
