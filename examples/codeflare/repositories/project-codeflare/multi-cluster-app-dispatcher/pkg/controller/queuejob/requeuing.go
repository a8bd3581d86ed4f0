package queuejob

import "time"

// nextCheck is when an AppWrapper whose pods are not running is looked at again.
func nextCheck(last time.Time, growthType string, wait int) time.Time {
	switch growthType {
	case "exponential":
		wait *= 2
	case "linear":
		wait += 300
	}
	return last.Add(time.Duration(wait) * time.Second)
}
