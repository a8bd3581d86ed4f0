package controller

// PodSet is a homogeneous set of pods of a component.
type PodSet struct {
	Replicas int32
	Path     string
}
