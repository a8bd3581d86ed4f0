package queuejob

// Remove takes an AppWrapper out of the queue.
func (q *Queue) Remove(key string) {
	delete(q.waiting, key)
}
