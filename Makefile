# Every command sets up what it needs first: publish/bootstrap.py says what it does.

PORT ?= 8000
# Where the built pages will stand. Moving between pages without a reload works only at this very address.
SITE_URL ?= http://127.0.0.1:$(PORT)/
export SITE_URL
export NO_MKDOCS_2_WARNING = 1

python := .venv/bin/python

help: ## print this
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

serve: site ## build, then serve on http://127.0.0.1:8000/ (PORT=8001 for another port)
	@$(python) -m publish.serve site $(PORT)

site: ## build the site into site/ (SITE_URL=https://… for where it will stand)
	@python3 publish/bootstrap.py site
	@$(python) -m mkdocs build --strict
	@$(python) -m publish site

pdf: ## the same with the whole guideline as a PDF, offered for download; takes a browser
	@python3 publish/bootstrap.py test
	@$(python) -m mkdocs build --strict
	@$(python) -m publish site --pdf

release: pdf ## the same, then hold what is to be published against the core and its checksums
	@$(python) -m publish.check_site site
	@cd site && sha256sum --check --quiet SHA256SUMS

test: ## run all tests (ARGS="-k dosing" goes to pytest)
	@python3 publish/bootstrap.py test
	@CHROMIUM="$$(cat .venv/chromium-path)" $(python) -m pytest --numprocesses 3 --dist worksteal $(ARGS)

check: ## check pages, core and macros, without building (FIX=1 mends what is safe; publish.check_site checks a built site)
	@python3 publish/bootstrap.py site
	@$(python) -m publish.check_pages $(if $(FIX),--fix)

bench: site ## measure what a reader waits for, what travels and what a build costs (ARGS="3 fast" for three repeats of a part)
	@python3 publish/bootstrap.py measure
	@CHROMIUM="$$(cat .venv/chromium-path)" $(python) -m tests.bench $(ARGS)

mutate: ## change the code of model/ and engine/ in one place at a time, and record what the tests notice (hours; FILES="…" for some)
	@python3 publish/bootstrap.py measure
	@nice -n 19 $(python) -m tests.mutation $(FILES)

agree: ## record on how many cases the engines agree, for the page of checks
	@python3 publish/bootstrap.py test
	@CHROMIUM="$$(cat .venv/chromium-path)" $(python) -m tests.engines.agreement

engines: site ## a calculator in Firefox and in WebKitGTK: both starts, without a network, no request elsewhere; records it
	@python3 publish/bootstrap.py measure
	@xvfb-run --auto-servernum $(python) -m tests.measures.engines

lighthouse: site ## what Lighthouse says of a page of each kind; fails below its bars (ARGS=3 for three runs of each)
	@python3 publish/bootstrap.py measure
	@CHROMIUM="$$(cat .venv/chromium-path)" $(python) -m tests.measures.lighthouse $(ARGS)

screenshots: site ## take the README's pictures anew
	@python3 publish/bootstrap.py test
	@$(python) -m tests.measures.screenshots

lock: ## pin the dependencies anew, after a change in publish/requirements.in or publish/package.json
	@python3 publish/bootstrap.py site
	@$(python) -m pip install -qq --require-hashes -r publish/requirements-uv.txt
	@$(python) -m publish.lock

clean: ## remove everything that these commands made
	rm -rf .venv .cache site publish/node_modules tests/*/node_modules .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help serve site pdf release test check bench mutate agree engines lighthouse screenshots lock clean
