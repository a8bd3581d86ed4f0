package main

import "github.com/project-codeflare/codeflare-operator/pkg/config"

// OperatorVersion is set by the linker.
var OperatorVersion = "UNKNOWN"

func main() {
	config.Start(OperatorVersion)
}
