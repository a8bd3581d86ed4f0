// Answers what a Kubernetes API server does with objects of custom kinds, with the API server's own code
// (apiextensions-apiserver: pruning, defaulting, validation, list types, CEL rules).
//
// Reads a JSON value a line, {"file": a definition, "version": "v1", "object": …}; writes a line for each:
// {"refused": ["spec.replicas: Invalid value: …"], "pruned": true when a field was dropped}.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"reflect"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apimachinery/pkg/runtime"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"sigs.k8s.io/yaml"
)

type question struct {
	File    string          `json:"file"`
	Version string          `json:"version"`
	Object  json.RawMessage `json:"object"`
}

type answer struct {
	Refused []string `json:"refused"`
	Pruned  bool     `json:"pruned"`
}

// version is what the server keeps of one version of a definition.
type version struct {
	structural *schema.Structural
	validator  validation.SchemaValidator
	rules      *cel.Validator
}

func main() {
	definitions := map[string]map[string]*version{}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var asked question
		check(json.Unmarshal(lines.Bytes(), &asked))
		if definitions[asked.File] == nil {
			definitions[asked.File] = read(asked.File)
		}
		served := definitions[asked.File][asked.Version]
		if served == nil {
			check(fmt.Errorf("%s has no version %s with a schema", asked.File, asked.Version))
		}
		// Whole numbers are int64, as in the server.
		object := map[string]interface{}{}
		check(utiljson.Unmarshal(asked.Object, &object))
		check(out.Encode(served.create(object)))
	}
	check(lines.Err())
}

// read compiles every version of a definition that has a schema.
func read(file string) map[string]*version {
	text, err := os.ReadFile(file)
	check(err)
	var definition apiextensionsv1.CustomResourceDefinition
	check(yaml.Unmarshal(text, &definition))
	versions := map[string]*version{}
	for _, each := range definition.Spec.Versions {
		if each.Schema == nil || each.Schema.OpenAPIV3Schema == nil {
			continue
		}
		props := &apiextensions.JSONSchemaProps{}
		check(apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(each.Schema.OpenAPIV3Schema, props, nil))
		structural, err := schema.NewStructural(props)
		check(err)
		validator, _, err := validation.NewSchemaValidator(props)
		check(err)
		versions[each.Name] = &version{structural, validator, cel.NewValidator(structural, true, celconfig.PerCallLimit)}
	}
	return versions
}

// create treats an object as the server treats one that is created, in the server's order.
func (v *version) create(object map[string]interface{}) answer {
	whole := runtime.DeepCopyJSON(object)
	pruning.PruneWithOptions(object, v.structural, true, schema.UnknownFieldPathOptions{})
	pruned := !reflect.DeepEqual(whole, object)
	defaulting.PruneNonNullableNullsWithoutDefaults(object, v.structural)
	defaulting.Default(object, v.structural)
	complaints := validation.ValidateCustomResource(nil, object, v.validator)
	complaints = append(complaints, listtype.ValidateListSetsAndMaps(nil, v.structural, object)...)
	broken, _ := v.rules.Validate(context.Background(), nil, v.structural, object, nil, celconfig.RuntimeCELCostBudget)
	refused := []string{}
	for _, complaint := range append(complaints, broken...) {
		refused = append(refused, complaint.Error())
	}
	return answer{refused, pruned}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
