"""Why a plan gives no date: words that several medicines share."""

BEFORE_FIRST = "before the first dose"
NO_FREQUENCY = "the source gives no frequency"
NOBODY_SAYS_HOW_OFTEN = "no frequency is given"
NO_TIME_TO_JUDGE = "the source gives no time at which to judge"
