"""Run in the Python that the snapshot is taken of: imports the core, and tidies up. The names of all modules are printed."""

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

imported = json.dumps(sorted(sys.modules))
# What was looked up on disk and in the zip is forgotten: in a page neither is there.
sys.path_importer_cache.clear()
zipimport._zip_directory_cache.clear()
gc.collect()
imported
