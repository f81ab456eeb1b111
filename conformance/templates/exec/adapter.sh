#!/bin/sh
# An adapter for npconform in the exec form: a process for every case.
#
#     sh adapter.sh decode npy '{"opts"}' < file.npy > answer.json
#
# Ends with 0 and {"ok":{"value":…}} or {"ok":{"out":…}} on stdout; with 40 and the code of a refusal; with 41 for what is not
# implemented. Anything else is a crash. Put the command of your codec in place of the last two lines.
operation=$1 format=$2 opts=$3

printf '%s' "$format.$operation"
exit 41
