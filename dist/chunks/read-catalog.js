import { C as list, D as table, E as paragraph, F as placeText, M as ReportedError, P as UserError, T as mermaid, b as details, t as pLimit, v as code, x as heading } from "./core.js";
import { a as isObject, c as textMember, i as isList, l as readBlockYaml, n as entriesOf, o as listMember, r as isJson, s as member, t as canonical } from "./json.js";
import { d as isMap, i as parseDocument, l as isAlias, m as isSeq, n as parse, o as LineCounter, p as isScalar, r as parseAllDocuments } from "./yaml.js";
import { J as fullName, K as listFiles, N as branchHead, Y as getRepository, q as readBlob } from "./github.js";
import { gzipSync } from "node:zlib";
// packages/yaml/go-scalar.ts
const GO_YAML = {
	scalar: goScalar,
	key: goKey
};
const WORDS = new Map([
	...[
		"",
		"~",
		"null",
		"Null",
		"NULL"
	].map((word) => [word, null]),
	...[
		"y",
		"Y",
		"yes",
		"Yes",
		"YES",
		"true",
		"True",
		"TRUE",
		"on",
		"On",
		"ON"
	].map((word) => [word, !0]),
	...[
		"n",
		"N",
		"no",
		"No",
		"NO",
		"false",
		"False",
		"FALSE",
		"off",
		"Off",
		"OFF"
	].map((word) => [word, !1])
]);
const NO_JSON = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;
const [LEAST, MOST$1] = [-(2n ** 63n), 2n ** 64n - 1n];
const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?(Z|[-+]\d{2}:\d{2})?)?$/;
function goScalar(text) {
	let word = WORDS.get(text);
	if (word !== void 0) return word;
	if (!/^[-+.0-9]/.test(text)) return text;
	if (text.startsWith(".")) {
		if (NO_JSON.test(text)) return;
		let fraction = text.replaceAll(/(?<=\d)_(?=\d)/g, "");
		return FLOAT.test(fraction) ? Number(fraction) : text;
	}
	if (NO_JSON.test(text)) return;
	let plain = text.replaceAll("_", "");
	let whole = goInteger(plain);
	if (whole !== void 0) return whole;
	if (!FLOAT.test(plain)) return text;
	let number = Number(plain);
	return Number.isFinite(number) ? number : text;
}
function goInteger(plain) {
	let match = INTEGER.exec(plain);
	if (match === null) return;
	let [, sign, hex, binary, octal, decimal] = match;
	if (decimal !== void 0 && decimal.length < 16) return Number(plain) + 0;
	let digits = hex === void 0 ? binary === void 0 ? octal === void 0 ? decimal : `0o${octal}` : `0b${binary}` : `0x${hex}`;
	let value = BigInt(digits ?? "0") * (sign === "-" ? -1n : 1n);
	if (value < LEAST || value > MOST$1 || sign === "+" && value > 2n ** 63n - 1n) return;
	return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
function goKey(text) {
	let value = goScalar(text);
	if (typeof value == "string") return value;
	if (typeof value == "number") return goNumber(value);
	return typeof value == "boolean" || typeof value == "bigint" ? value.toString() : void 0;
}
function isPlainText(text) {
	return typeof goScalar(text) == "string" && !isTimestamp$1(text) && !BASE_60.test(text);
}
function isTimestamp$1(text) {
	let match = DATE.exec(text);
	if (match === null) return !1;
	let [, year, month, day, hour, minute, second, zone] = match;
	if (hour !== void 0 && text.includes(" ") !== (zone === void 0)) return !1;
	let days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days && Number(hour ?? 0) < 24 && Number(minute ?? 0) < 60 && Number(second ?? 0) < 60;
}
function goNumber(value) {
	if (Number.isInteger(value) && Math.abs(value) < 2 ** 64) return BigInt(value).toString();
	let [mantissa = "", exponent = "0"] = value.toExponential().split("e");
	let power = Number(exponent);
	if (power >= -4 && power < 6) return String(value);
	return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
// packages/bundle/generate/go-types.ts
const structs = new Map();
function structOf(name) {
	structs.size === 0 && readTable();
	let struct = structs.get(name);
	if (struct === void 0) throw Error(`The table of types has no “${name}”.`);
	return struct;
}
function readTable() {
	for (let line of "MutatingWebhookConfiguration = kind apiVersion metadata:ObjectMeta webhooks:[]MutatingWebhook\nObjectMeta = name generateName namespace selfLink uid resourceVersion generation:int creationTimestamp:@Time deletionTimestamp*:@Time deletionGracePeriodSeconds*:int labels:{} annotations:{} ownerReferences:[]OwnerReference finalizers:[] managedFields:[]ManagedFieldsEntry\nOwnerReference = apiVersion! kind! name! uid! controller*:bool blockOwnerDeletion*:bool\nManagedFieldsEntry = manager operation apiVersion time*:@Time fieldsType fieldsV1*:@FieldsV1 subresource\nMutatingWebhook = name! clientConfig!:AdmissionWebhookClientConfig rules:[]RuleWithOperations failurePolicy* matchPolicy* namespaceSelector*:LabelSelector objectSelector*:LabelSelector sideEffects!* timeoutSeconds*:int admissionReviewVersions!:[] reinvocationPolicy* matchConditions:[]MatchCondition\nAdmissionWebhookClientConfig = url* service*:AdmissionServiceReference caBundle:bytes\nAdmissionServiceReference = namespace! name! path* port*:int\nRuleWithOperations = operations:[] apiGroups:[] apiVersions:[] resources:[] scope*\nLabelSelector = matchLabels:{} matchExpressions:[]LabelSelectorRequirement\nLabelSelectorRequirement = key! operator! values:[]\nMatchCondition = name! expression!\nValidatingWebhookConfiguration = kind apiVersion metadata:ObjectMeta webhooks:[]ValidatingWebhook\nValidatingWebhook = name! clientConfig!:AdmissionWebhookClientConfig rules:[]RuleWithOperations failurePolicy* matchPolicy* namespaceSelector*:LabelSelector objectSelector*:LabelSelector sideEffects!* timeoutSeconds*:int admissionReviewVersions!:[] matchConditions:[]MatchCondition\nCustomResourceDefinition = kind apiVersion metadata:ObjectMeta spec!:CustomResourceDefinitionSpec status:CustomResourceDefinitionStatus\nCustomResourceDefinitionSpec = group! names!:CustomResourceDefinitionNames scope! versions!:[]CustomResourceDefinitionVersion conversion*:CustomResourceConversion preserveUnknownFields:bool\nCustomResourceDefinitionNames = plural! singular shortNames:[] kind! listKind categories:[]\nCustomResourceDefinitionVersion = name! served!:bool storage!:bool deprecated:bool deprecationWarning* schema*:CustomResourceValidation subresources*:CustomResourceSubresources additionalPrinterColumns:[]CustomResourceColumnDefinition selectableFields:[]SelectableField\nCustomResourceValidation = openAPIV3Schema*:JSONSchemaProps\nJSONSchemaProps = id $schema $ref* description type format title default*:@JSON maximum*:float exclusiveMaximum:bool minimum*:float exclusiveMinimum:bool maxLength*:int minLength*:int pattern maxItems*:int minItems*:int uniqueItems:bool multipleOf*:float enum:[]@JSON maxProperties*:int minProperties*:int required:[] items*:@JSONSchemaPropsOrArray allOf:[]JSONSchemaProps oneOf:[]JSONSchemaProps anyOf:[]JSONSchemaProps not*:JSONSchemaProps properties:{}JSONSchemaProps additionalProperties*:@JSONSchemaPropsOrBool patternProperties:{}JSONSchemaProps dependencies:{}@JSONSchemaPropsOrStringArray additionalItems*:@JSONSchemaPropsOrBool definitions:{}JSONSchemaProps externalDocs*:ExternalDocumentation example*:@JSON nullable:bool x-kubernetes-preserve-unknown-fields*:bool x-kubernetes-embedded-resource:bool x-kubernetes-int-or-string:bool x-kubernetes-list-map-keys:[] x-kubernetes-list-type* x-kubernetes-map-type* x-kubernetes-validations:[]ValidationRule\nExternalDocumentation = description url\nValidationRule = rule! message messageExpression reason* fieldPath optionalOldSelf*:bool\nCustomResourceSubresources = status*:CustomResourceSubresourceStatus scale*:CustomResourceSubresourceScale\nCustomResourceSubresourceStatus =\nCustomResourceSubresourceScale = specReplicasPath! statusReplicasPath! labelSelectorPath*\nCustomResourceColumnDefinition = name! type! format description priority:int jsonPath!\nSelectableField = jsonPath!\nCustomResourceConversion = strategy! webhook*:WebhookConversion\nWebhookConversion = clientConfig*:WebhookClientConfig conversionReviewVersions!:[]\nWebhookClientConfig = url* service*:ServiceReference caBundle:bytes\nServiceReference = namespace! name! path* port*:int\nCustomResourceDefinitionStatus = conditions!:[]CustomResourceDefinitionCondition acceptedNames!:CustomResourceDefinitionNames storedVersions!:[]\nCustomResourceDefinitionCondition = type! status! lastTransitionTime:@Time reason message\nCustomResourceDefinitionBeta = kind apiVersion metadata:ObjectMeta spec!:CustomResourceDefinitionSpecBeta status:CustomResourceDefinitionStatus\nCustomResourceDefinitionSpecBeta = group! version names!:CustomResourceDefinitionNames scope! validation*:CustomResourceValidation subresources*:CustomResourceSubresources versions:[]CustomResourceDefinitionVersionBeta additionalPrinterColumns:[]CustomResourceColumnDefinitionBeta selectableFields:[]SelectableField conversion*:CustomResourceConversionBeta preserveUnknownFields*:bool\nCustomResourceDefinitionVersionBeta = name! served!:bool storage!:bool deprecated:bool deprecationWarning* schema*:CustomResourceValidation subresources*:CustomResourceSubresources additionalPrinterColumns:[]CustomResourceColumnDefinitionBeta selectableFields:[]SelectableField\nCustomResourceColumnDefinitionBeta = name! type! format description priority:int JSONPath!\nCustomResourceConversionBeta = strategy! webhookClientConfig*:WebhookClientConfig conversionReviewVersions:[]\nDeployment = kind apiVersion metadata:ObjectMeta spec:DeploymentSpec status:DeploymentStatus\nDeploymentSpec = replicas*:int selector!*:LabelSelector template!:PodTemplateSpec strategy:DeploymentStrategy minReadySeconds:int revisionHistoryLimit*:int paused:bool progressDeadlineSeconds*:int\nPodTemplateSpec = metadata:ObjectMeta spec:PodSpec\nPodSpec = volumes:[]Volume initContainers:[]Container containers!:[]Container ephemeralContainers:[]EphemeralContainer restartPolicy terminationGracePeriodSeconds*:int activeDeadlineSeconds*:int dnsPolicy nodeSelector:{} serviceAccountName serviceAccount automountServiceAccountToken*:bool nodeName hostNetwork:bool hostPID:bool hostIPC:bool shareProcessNamespace*:bool securityContext*:PodSecurityContext imagePullSecrets:[]LocalObjectReference hostname subdomain affinity*:Affinity schedulerName tolerations:[]Toleration hostAliases:[]HostAlias priorityClassName priority*:int dnsConfig*:PodDNSConfig readinessGates:[]PodReadinessGate runtimeClassName* enableServiceLinks*:bool preemptionPolicy* overhead:{}@Quantity topologySpreadConstraints:[]TopologySpreadConstraint setHostnameAsFQDN*:bool os*:PodOS hostUsers*:bool schedulingGates:[]PodSchedulingGate resourceClaims:[]PodResourceClaim resources*:ResourceRequirements\nVolume = name! hostPath*:HostPathVolumeSource emptyDir*:EmptyDirVolumeSource gcePersistentDisk*:GCEPersistentDiskVolumeSource awsElasticBlockStore*:AWSElasticBlockStoreVolumeSource gitRepo*:GitRepoVolumeSource secret*:SecretVolumeSource nfs*:NFSVolumeSource iscsi*:ISCSIVolumeSource glusterfs*:GlusterfsVolumeSource persistentVolumeClaim*:PersistentVolumeClaimVolumeSource rbd*:RBDVolumeSource flexVolume*:FlexVolumeSource cinder*:CinderVolumeSource cephfs*:CephFSVolumeSource flocker*:FlockerVolumeSource downwardAPI*:DownwardAPIVolumeSource fc*:FCVolumeSource azureFile*:AzureFileVolumeSource configMap*:ConfigMapVolumeSource vsphereVolume*:VsphereVirtualDiskVolumeSource quobyte*:QuobyteVolumeSource azureDisk*:AzureDiskVolumeSource photonPersistentDisk*:PhotonPersistentDiskVolumeSource projected*:ProjectedVolumeSource portworxVolume*:PortworxVolumeSource scaleIO*:ScaleIOVolumeSource storageos*:StorageOSVolumeSource csi*:CSIVolumeSource ephemeral*:EphemeralVolumeSource image*:ImageVolumeSource\nHostPathVolumeSource = path! type*\nEmptyDirVolumeSource = medium sizeLimit*:@Quantity\nGCEPersistentDiskVolumeSource = pdName! fsType partition:int readOnly:bool\nAWSElasticBlockStoreVolumeSource = volumeID! fsType partition:int readOnly:bool\nGitRepoVolumeSource = repository! revision directory\nSecretVolumeSource = secretName items:[]KeyToPath defaultMode*:int optional*:bool\nKeyToPath = key! path! mode*:int\nNFSVolumeSource = server! path! readOnly:bool\nISCSIVolumeSource = targetPortal! iqn! lun!:int iscsiInterface fsType readOnly:bool portals:[] chapAuthDiscovery:bool chapAuthSession:bool secretRef*:LocalObjectReference initiatorName*\nLocalObjectReference = name\nGlusterfsVolumeSource = endpoints! path! readOnly:bool\nPersistentVolumeClaimVolumeSource = claimName! readOnly:bool\nRBDVolumeSource = monitors!:[] image! fsType pool user keyring secretRef*:LocalObjectReference readOnly:bool\nFlexVolumeSource = driver! fsType secretRef*:LocalObjectReference readOnly:bool options:{}\nCinderVolumeSource = volumeID! fsType readOnly:bool secretRef*:LocalObjectReference\nCephFSVolumeSource = monitors!:[] path user secretFile secretRef*:LocalObjectReference readOnly:bool\nFlockerVolumeSource = datasetName datasetUUID\nDownwardAPIVolumeSource = items:[]DownwardAPIVolumeFile defaultMode*:int\nDownwardAPIVolumeFile = path! fieldRef*:ObjectFieldSelector resourceFieldRef*:ResourceFieldSelector mode*:int\nObjectFieldSelector = apiVersion fieldPath!\nResourceFieldSelector = containerName resource! divisor:@Quantity\nFCVolumeSource = targetWWNs:[] lun*:int fsType readOnly:bool wwids:[]\nAzureFileVolumeSource = secretName! shareName! readOnly:bool\nConfigMapVolumeSource = name items:[]KeyToPath defaultMode*:int optional*:bool\nVsphereVirtualDiskVolumeSource = volumePath! fsType storagePolicyName storagePolicyID\nQuobyteVolumeSource = registry! volume! readOnly:bool user group tenant\nAzureDiskVolumeSource = diskName! diskURI! cachingMode* fsType* readOnly*:bool kind*\nPhotonPersistentDiskVolumeSource = pdID! fsType\nProjectedVolumeSource = sources!:[]VolumeProjection defaultMode*:int\nVolumeProjection = secret*:SecretProjection downwardAPI*:DownwardAPIProjection configMap*:ConfigMapProjection serviceAccountToken*:ServiceAccountTokenProjection clusterTrustBundle*:ClusterTrustBundleProjection\nSecretProjection = name items:[]KeyToPath optional*:bool\nDownwardAPIProjection = items:[]DownwardAPIVolumeFile\nConfigMapProjection = name items:[]KeyToPath optional*:bool\nServiceAccountTokenProjection = audience expirationSeconds*:int path!\nClusterTrustBundleProjection = name* signerName* labelSelector*:LabelSelector optional*:bool path!\nPortworxVolumeSource = volumeID! fsType readOnly:bool\nScaleIOVolumeSource = gateway! system! secretRef!*:LocalObjectReference sslEnabled:bool protectionDomain storagePool storageMode volumeName fsType readOnly:bool\nStorageOSVolumeSource = volumeName volumeNamespace fsType readOnly:bool secretRef*:LocalObjectReference\nCSIVolumeSource = driver! readOnly*:bool fsType* volumeAttributes:{} nodePublishSecretRef*:LocalObjectReference\nEphemeralVolumeSource = volumeClaimTemplate*:PersistentVolumeClaimTemplate\nPersistentVolumeClaimTemplate = metadata:ObjectMeta spec!:PersistentVolumeClaimSpec\nPersistentVolumeClaimSpec = accessModes:[] selector*:LabelSelector resources:VolumeResourceRequirements volumeName storageClassName* volumeMode* dataSource*:TypedLocalObjectReference dataSourceRef*:TypedObjectReference volumeAttributesClassName*\nVolumeResourceRequirements = limits:{}@Quantity requests:{}@Quantity\nTypedLocalObjectReference = apiGroup!* kind! name!\nTypedObjectReference = apiGroup!* kind! name! namespace*\nImageVolumeSource = reference pullPolicy\nContainer = name! image command:[] args:[] workingDir ports:[]ContainerPort envFrom:[]EnvFromSource env:[]EnvVar resources:ResourceRequirements resizePolicy:[]ContainerResizePolicy restartPolicy* volumeMounts:[]VolumeMount volumeDevices:[]VolumeDevice livenessProbe*:Probe readinessProbe*:Probe startupProbe*:Probe lifecycle*:Lifecycle terminationMessagePath terminationMessagePolicy imagePullPolicy securityContext*:SecurityContext stdin:bool stdinOnce:bool tty:bool\nContainerPort = name hostPort:int containerPort!:int protocol hostIP\nEnvFromSource = prefix configMapRef*:ConfigMapEnvSource secretRef*:SecretEnvSource\nConfigMapEnvSource = name optional*:bool\nSecretEnvSource = name optional*:bool\nEnvVar = name! value valueFrom*:EnvVarSource\nEnvVarSource = fieldRef*:ObjectFieldSelector resourceFieldRef*:ResourceFieldSelector configMapKeyRef*:ConfigMapKeySelector secretKeyRef*:SecretKeySelector\nConfigMapKeySelector = name key! optional*:bool\nSecretKeySelector = name key! optional*:bool\nResourceRequirements = limits:{}@Quantity requests:{}@Quantity claims:[]ResourceClaim\nResourceClaim = name! request\nContainerResizePolicy = resourceName! restartPolicy!\nVolumeMount = name! readOnly:bool recursiveReadOnly* mountPath! subPath mountPropagation* subPathExpr\nVolumeDevice = name! devicePath!\nProbe = exec*:ExecAction httpGet*:HTTPGetAction tcpSocket*:TCPSocketAction grpc*:GRPCAction initialDelaySeconds:int timeoutSeconds:int periodSeconds:int successThreshold:int failureThreshold:int terminationGracePeriodSeconds*:int\nExecAction = command:[]\nHTTPGetAction = path port!:@IntOrString host scheme httpHeaders:[]HTTPHeader\nHTTPHeader = name! value!\nTCPSocketAction = port!:@IntOrString host\nGRPCAction = port!:int service!*\nLifecycle = postStart*:LifecycleHandler preStop*:LifecycleHandler stopSignal*\nLifecycleHandler = exec*:ExecAction httpGet*:HTTPGetAction tcpSocket*:TCPSocketAction sleep*:SleepAction\nSleepAction = seconds!:int\nSecurityContext = capabilities*:Capabilities privileged*:bool seLinuxOptions*:SELinuxOptions windowsOptions*:WindowsSecurityContextOptions runAsUser*:int runAsGroup*:int runAsNonRoot*:bool readOnlyRootFilesystem*:bool allowPrivilegeEscalation*:bool procMount* seccompProfile*:SeccompProfile appArmorProfile*:AppArmorProfile\nCapabilities = add:[] drop:[]\nSELinuxOptions = user role type level\nWindowsSecurityContextOptions = gmsaCredentialSpecName* gmsaCredentialSpec* runAsUserName* hostProcess*:bool\nSeccompProfile = type! localhostProfile*\nAppArmorProfile = type! localhostProfile*\nEphemeralContainer = name! image command:[] args:[] workingDir ports:[]ContainerPort envFrom:[]EnvFromSource env:[]EnvVar resources:ResourceRequirements resizePolicy:[]ContainerResizePolicy restartPolicy* volumeMounts:[]VolumeMount volumeDevices:[]VolumeDevice livenessProbe*:Probe readinessProbe*:Probe startupProbe*:Probe lifecycle*:Lifecycle terminationMessagePath terminationMessagePolicy imagePullPolicy securityContext*:SecurityContext stdin:bool stdinOnce:bool tty:bool targetContainerName\nPodSecurityContext = seLinuxOptions*:SELinuxOptions windowsOptions*:WindowsSecurityContextOptions runAsUser*:int runAsGroup*:int runAsNonRoot*:bool supplementalGroups:[]int supplementalGroupsPolicy* fsGroup*:int sysctls:[]Sysctl fsGroupChangePolicy* seccompProfile*:SeccompProfile appArmorProfile*:AppArmorProfile seLinuxChangePolicy*\nSysctl = name! value!\nAffinity = nodeAffinity*:NodeAffinity podAffinity*:PodAffinity podAntiAffinity*:PodAntiAffinity\nNodeAffinity = requiredDuringSchedulingIgnoredDuringExecution*:NodeSelector preferredDuringSchedulingIgnoredDuringExecution:[]PreferredSchedulingTerm\nNodeSelector = nodeSelectorTerms!:[]NodeSelectorTerm\nNodeSelectorTerm = matchExpressions:[]NodeSelectorRequirement matchFields:[]NodeSelectorRequirement\nNodeSelectorRequirement = key! operator! values:[]\nPreferredSchedulingTerm = weight!:int preference!:NodeSelectorTerm\nPodAffinity = requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm\nPodAffinityTerm = labelSelector*:LabelSelector namespaces:[] topologyKey! namespaceSelector*:LabelSelector matchLabelKeys:[] mismatchLabelKeys:[]\nWeightedPodAffinityTerm = weight!:int podAffinityTerm!:PodAffinityTerm\nPodAntiAffinity = requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm\nToleration = key operator value effect tolerationSeconds*:int\nHostAlias = ip! hostnames:[]\nPodDNSConfig = nameservers:[] searches:[] options:[]PodDNSConfigOption\nPodDNSConfigOption = name value*\nPodReadinessGate = conditionType!\nTopologySpreadConstraint = maxSkew!:int topologyKey! whenUnsatisfiable! labelSelector*:LabelSelector minDomains*:int nodeAffinityPolicy* nodeTaintsPolicy* matchLabelKeys:[]\nPodOS = name!\nPodSchedulingGate = name!\nPodResourceClaim = name! resourceClaimName* resourceClaimTemplateName*\nDeploymentStrategy = type rollingUpdate*:RollingUpdateDeployment\nRollingUpdateDeployment = maxUnavailable*:@IntOrString maxSurge*:@IntOrString\nDeploymentStatus = observedGeneration:int replicas:int updatedReplicas:int readyReplicas:int availableReplicas:int unavailableReplicas:int terminatingReplicas*:int conditions:[]DeploymentCondition collisionCount*:int\nDeploymentCondition = type! status! lastUpdateTime:@Time lastTransitionTime:@Time reason message\nClusterServiceVersion = kind apiVersion metadata!:ObjectMeta spec!:ClusterServiceVersionSpec status!:ClusterServiceVersionStatus\nClusterServiceVersionSpec = install!:NamedInstallStrategy version:@OperatorVersion maturity customresourcedefinitions:CustomResourceDefinitions apiservicedefinitions:APIServiceDefinitions webhookdefinitions:[]WebhookDescription nativeAPIs:[]GroupVersionKind minKubeVersion displayName! description keywords:[] maintainers:[]Maintainer provider:AppLink links:[]AppLink icon:[]Icon installModes:[]InstallMode replaces labels:{} annotations:{} selector*:LabelSelector cleanup:CleanupSpec skips:[] relatedImages:[]RelatedImage\nNamedInstallStrategy = strategy! spec:StrategyDetailsDeployment\nStrategyDetailsDeployment = deployments!:[]StrategyDeploymentSpec permissions:[]StrategyDeploymentPermissions clusterPermissions:[]StrategyDeploymentPermissions\nStrategyDeploymentSpec = name! spec!:DeploymentSpec label:{}\nStrategyDeploymentPermissions = serviceAccountName! rules!:[]PolicyRule\nPolicyRule = verbs!:[] apiGroups:[] resources:[] resourceNames:[] nonResourceURLs:[]\nCustomResourceDefinitions = owned:[]CRDDescription required:[]CRDDescription\nCRDDescription = name! version! kind! displayName description resources:[]APIResourceReference statusDescriptors:[]StatusDescriptor specDescriptors:[]SpecDescriptor actionDescriptors:[]ActionDescriptor\nAPIResourceReference = name! kind! version!\nStatusDescriptor = path! displayName description x-descriptors:[] value*:@JSON\nSpecDescriptor = path! displayName description x-descriptors:[] value*:@JSON\nActionDescriptor = path! displayName description x-descriptors:[] value*:@JSON\nAPIServiceDefinitions = owned:[]APIServiceDescription required:[]APIServiceDescription\nAPIServiceDescription = name! group! version! kind! deploymentName containerPort:int displayName description resources:[]APIResourceReference statusDescriptors:[]StatusDescriptor specDescriptors:[]SpecDescriptor actionDescriptors:[]ActionDescriptor\nWebhookDescription = generateName! type! deploymentName containerPort:int targetPort*:@IntOrString rules:[]RuleWithOperations failurePolicy* matchPolicy* objectSelector*:LabelSelector sideEffects!* timeoutSeconds*:int admissionReviewVersions!:[] reinvocationPolicy* webhookPath* conversionCRDs:[]\nGroupVersionKind = group! version! kind!\nMaintainer = name email\nAppLink = name url\nIcon = base64data! mediatype!\nInstallMode = type! supported!:bool\nCleanupSpec = enabled!:bool\nRelatedImage = name! image!\nClusterServiceVersionStatus = phase message reason lastUpdateTime*:@Time lastTransitionTime*:@Time conditions:[]ClusterServiceVersionCondition requirementStatus:[]RequirementStatus certsLastUpdated*:@Time certsRotateAt*:@Time cleanup:CleanupStatus\nClusterServiceVersionCondition = phase message reason lastUpdateTime*:@Time lastTransitionTime*:@Time\nRequirementStatus = group! version! kind! name! status! message! uuid dependents:[]DependentStatus\nDependentStatus = group! version! kind! status! uuid message\nCleanupStatus = pendingDeletion:[]ResourceList\nResourceList = group! kind! instances!:[]ResourceInstance\nResourceInstance = name! namespace\nClusterRole = kind apiVersion metadata:ObjectMeta rules!:[]PolicyRule aggregationRule*:AggregationRule\nAggregationRule = clusterRoleSelectors:[]LabelSelector\nClusterRoleBinding = kind apiVersion metadata:ObjectMeta subjects:[]Subject roleRef!:RoleRef\nSubject = kind! apiGroup name! namespace\nRoleRef = apiGroup! kind! name!\nRole = kind apiVersion metadata:ObjectMeta rules!:[]PolicyRule\nRoleBinding = kind apiVersion metadata:ObjectMeta subjects:[]Subject roleRef!:RoleRef\nConfiguration = kind apiVersion metadata:ConfigurationMetadata stages!:[]StageConfiguration storage:Storage serviceaccount\nConfigurationMetadata = name\nStageConfiguration = parallel:bool tests!:[]TestConfiguration\nTestConfiguration = image! uniqueID entrypoint:[] labels:{} storage:Storage\nStorage = spec!:StorageSpec\nStorageSpec = mountPath:MountPath\nMountPath = path\nService = kind apiVersion metadata:ObjectMeta spec:ServiceSpec status:ServiceStatus\nServiceSpec = ports:[]ServicePort selector:{} clusterIP clusterIPs:[] type externalIPs:[] sessionAffinity loadBalancerIP loadBalancerSourceRanges:[] externalName externalTrafficPolicy healthCheckNodePort:int publishNotReadyAddresses:bool sessionAffinityConfig*:SessionAffinityConfig ipFamilies:[] ipFamilyPolicy* allocateLoadBalancerNodePorts*:bool loadBalancerClass* internalTrafficPolicy* trafficDistribution*\nServicePort = name protocol appProtocol* port!:int targetPort:@IntOrString nodePort:int\nSessionAffinityConfig = clientIP*:ClientIPConfig\nClientIPConfig = timeoutSeconds*:int\nServiceStatus = loadBalancer:LoadBalancerStatus conditions:[]Condition\nLoadBalancerStatus = ingress:[]LoadBalancerIngress\nLoadBalancerIngress = ip hostname ipMode* ports:[]PortStatus\nPortStatus = port!:int protocol! error*\nCondition = type! status! observedGeneration:int lastTransitionTime!:@Time reason! message!\nServiceAccount = kind apiVersion metadata:ObjectMeta secrets:[]ObjectReference imagePullSecrets:[]LocalObjectReference automountServiceAccountToken*:bool\nObjectReference = kind namespace name uid apiVersion resourceVersion fieldPath".split("\n")) {
		let [struct = "", list = ""] = line.split(/ =\s*/);
		let fields = list.split(" ").filter((text) => text !== "").map(readField);
		structs.set(struct, {
			fields: new Map(fields.map((field) => [field.name, field])),
			always: fields.filter(({ omitEmpty, pointer, type }) => !omitEmpty || !pointer && isNeverEmpty(type))
		});
	}
}
function isNeverEmpty({ kind }) {
	return kind === "struct" || kind === "special";
}
function readField(text) {
	let [, name = "", always, pointer, type = ""] = /^([^!*:]+)(!?)(\*?):?(.*)$/.exec(text) ?? [];
	return {
		name,
		omitEmpty: always === "",
		pointer: pointer === "*",
		type: readType(type)
	};
}
function readType(text) {
	if (text.startsWith("[]")) return {
		kind: "list",
		of: readType(text.slice(2))
	};
	if (text.startsWith("{}")) return {
		kind: "map",
		of: readType(text.slice(2))
	};
	if (text.startsWith("@")) return {
		kind: "special",
		name: text.slice(1)
	};
	if (text === "") return { kind: "string" };
	return text === "bool" || text === "int" || text === "float" || text === "bytes" ? { kind: text } : {
		kind: "struct",
		name: text
	};
}
// packages/bundle/generate/quantity.ts
function canonicalQuantity(given) {
	let text = given.trim();
	let match = /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d+))?$/.exec(text);
	if (match === null) return;
	let [, sign, whole = "", fraction = "", binary, decimal, exponent] = match;
	if (whole === "" && fraction === "") return;
	let digits = (whole.replace(/^0+/, "") || "0") + fraction;
	let power = exponent === void 0 ? DECIMAL.get(decimal ?? "") ?? 0 : Number(exponent);
	if (Math.abs(power) > 100) return;
	let step = binary === void 0 ? 0 : BINARY.indexOf(binary);
	if (binary === void 0 ? isPlainDecimal(digits, power - fraction.length) : fraction === "" && isPlainBinary(digits, step)) return text;
	let size = inNanos(BigInt(digits) * 1024n ** BigInt(step), power - fraction.length);
	let nanos = sign === "-" ? -size : size;
	if (nanos === 0n) return "0";
	if (binary !== void 0 && size >= 1024n * NANO && size % NANO === 0n) {
		let capped = size > MOST ? MOST : size;
		return asBinary((sign === "-" ? -capped : capped) / NANO);
	}
	return asDecimal(nanos, exponent !== void 0);
}
const NANO = 10n ** 9n;
const MOST = (2n ** 63n - 1n) * NANO;
const BINARY = [
	"",
	"Ki",
	"Mi",
	"Gi",
	"Ti",
	"Pi",
	"Ei"
];
const DECIMAL = new Map([
	["n", -9],
	["u", -6],
	["m", -3],
	["", 0],
	["k", 3],
	["M", 6],
	["G", 9],
	["T", 12],
	["P", 15],
	["E", 18]
]);
function isPlainDecimal(digits, power) {
	return digits.length <= 18 && power >= -9 && power % 3 == 0 && !digits.endsWith("000") && !digits.startsWith("0");
}
function isPlainBinary(digits, step) {
	let value = BigInt(digits);
	return 14 - digits.length - step * 3 >= 0 && value % 8n != 0n && value * 1024n ** BigInt(step) < 2n ** 63n;
}
function inNanos(mantissa, power) {
	if (power >= -9) return mantissa * 10n ** BigInt(power + 9);
	let divisor = 10n ** BigInt(-9 - power);
	return (mantissa + divisor - 1n) / divisor;
}
function asBinary(value) {
	let [amount, step] = [value, 0];
	for (; amount % 1024n == 0n && step < BINARY.length - 1; step++) amount /= 1024n;
	return `${amount}${BINARY[step]}`;
}
function asDecimal(nanos, withExponent) {
	let [amount, power] = [nanos, -9];
	let most = withExponent ? Infinity : 18;
	for (; amount % 1000n == 0n && power < most; power += 3) amount /= 1000n;
	if (withExponent) return power === 0 ? String(amount) : `${amount}e${power}`;
	return `${amount}${[...DECIMAL].find(([, known]) => known === power)?.[0] ?? ""}`;
}
// packages/bundle/generate/special-types.ts
function special(name, value, normalizer) {
	switch (name) {
		case "JSON":
		case "FieldsV1": return value;
		case "Time": return time(value, normalizer);
		case "Quantity": return quantity(value, normalizer);
		case "IntOrString": return intOrString(value, normalizer);
		case "OperatorVersion": return operatorVersion(value, normalizer);
		case "JSONSchemaPropsOrArray":
			if (isList(value) && value.length > 0) return normalizer.value(SCHEMAS, value);
			return isObject(value) ? normalizer.struct("JSONSchemaProps", value) : null;
		case "JSONSchemaPropsOrStringArray":
			if (isList(value) && value.length > 0) return normalizer.value(TEXTS, value);
			return isObject(value) ? normalizer.struct("JSONSchemaProps", value) : null;
		case "JSONSchemaPropsOrBool":
			if (typeof value == "boolean") return value;
			if (isObject(value)) return normalizer.struct("JSONSchemaProps", value);
			throw normalizer.mismatch("true, false or a schema", value);
		default: throw Error(`The type “${name}” is not known.`);
	}
}
function zeroSpecial(name) {
	switch (name) {
		case "Quantity": return "0";
		case "IntOrString": return 0;
		case "OperatorVersion": return "0.0.0";
		default: return null;
	}
}
const SCHEMAS = {
	kind: "list",
	of: {
		kind: "struct",
		name: "JSONSchemaProps"
	}
};
const TEXTS = {
	kind: "list",
	of: { kind: "string" }
};
function time(value, normalizer) {
	if (value === null) return null;
	let at = typeof value == "string" && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : NaN;
	if (Number.isNaN(at)) throw normalizer.mismatch("a time as in RFC 3339", value);
	return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
function quantity(value, normalizer) {
	if (value === null) return "0";
	let written = canonicalQuantity(typeof value == "string" || typeof value == "number" ? String(value) : typeof value == "bigint" ? `${value}` : "");
	if (written === void 0) throw normalizer.mismatch("a quantity such as 500m or 1Gi", value);
	return written;
}
function intOrString(value, normalizer) {
	if (value === null) return 0;
	if (typeof value == "string" || typeof value == "bigint" || Number.isInteger(value)) return value;
	throw normalizer.mismatch("a whole number or a text", value);
}
function operatorVersion(value, normalizer) {
	let text = typeof value == "number" ? String(value) : value;
	let match = typeof text == "string" ? /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.exec(text.trim()) : null;
	if (match === null) throw normalizer.mismatch("a semantic version", value);
	let [, major = "0", minor = "0", patch = "0", prerelease = "", build = ""] = match;
	let number = (digits) => digits.replace(/^0+(?=\d)/, "");
	return `${number(major)}.${number(minor)}.${number(patch)}${prerelease}${build}`;
}
// packages/bundle/generate/normalize.ts
var Mismatch = class extends Error {
	path;
	found;
	constructor(path, expected, found) {
		super(expected);
		this.path = path;
		this.found = found;
	}
};
var Normalizer = class {
	#path = [];
	#unknown = [];
	get unknown() {
		return this.#unknown;
	}
	struct(name, value) {
		if (!isObject(value)) throw this.mismatch("an object", value);
		let { fields, always } = structOf(name);
		let given = new Map();
		for (let [key, member] of Object.entries(value)) {
			let field = fields.get(key) ?? sameLetters(fields, key);
			field === void 0 ? this.#unknown.push(this.#at(key)) : given.has(field) && field.name !== key || given.set(field, member);
		}
		for (let field of always) given.has(field) || given.set(field, null);
		let result = {};
		for (let [field, member] of given) {
			let written = this.within(field.name, () => this.#field(field, member));
			written !== void 0 && (result[field.name] = written);
		}
		return result;
	}
	#field({ omitEmpty, pointer, type }, value) {
		if (value === null && (pointer || isContainer(type))) return omitEmpty ? void 0 : null;
		let written = value === null ? this.#zero(type) : this.value(type, value);
		return omitEmpty && !pointer && isEmpty(type, written) ? void 0 : written;
	}
	value(type, value) {
		switch (type.kind) {
			case "string": return this.#text(value);
			case "bool":
				if (typeof value != "boolean") throw this.mismatch("true or false", value);
				return value;
			case "int":
				if (typeof value != "bigint" && !Number.isInteger(value)) throw this.mismatch("a whole number", value);
				return value;
			case "float":
				if (typeof value != "bigint" && typeof value != "number") throw this.mismatch("a number", value);
				return Number(value);
			case "bytes":
				if (typeof value != "string") throw this.mismatch("Base64", value);
				return Buffer.from(value, "base64").toString("base64");
			case "struct": return this.struct(type.name, value);
			case "special": return special(type.name, value, this);
			case "list":
				if (!isList(value)) throw this.mismatch("a list", value);
				return value.map((item, index) => this.within(`[${index}]`, () => this.#item(type.of, item)));
			case "map":
				if (!isObject(value)) throw this.mismatch("an object", value);
				return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.within(key, () => this.#item(type.of, item))]));
		}
	}
	#item(type, value) {
		return value === null && type.kind !== "special" ? this.#zero(type) : this.value(type, value);
	}
	#text(value) {
		if (typeof value == "string") return value;
		if (typeof value == "number") return goNumber(value);
		if (typeof value == "bigint" || typeof value == "boolean") return String(value);
		throw this.mismatch("a text", value);
	}
	#zero(type) {
		switch (type.kind) {
			case "string": return "";
			case "bool": return !1;
			case "int":
			case "float": return 0;
			case "struct": return this.struct(type.name, {});
			case "special": return zeroSpecial(type.name);
			case "list":
			case "map":
			case "bytes": return null;
		}
	}
	within(name, body) {
		this.#path.push(name);
		try {
			return body();
		} finally {
			this.#path.pop();
		}
	}
	mismatch(expected, found) {
		return new Mismatch(this.#at(), expected, found);
	}
	#at(name) {
		return (name === void 0 ? this.#path : [...this.#path, name]).map((part) => part.startsWith("[") ? part : `.${part}`).join("") || ".";
	}
};
function sameLetters(fields, key) {
	let lower = key.toLowerCase();
	for (let field of fields.values()) if (field.name.toLowerCase() === lower) return field;
}
function isContainer({ kind }) {
	return kind === "list" || kind === "map" || kind === "bytes";
}
function isEmpty(type, value) {
	if (isNeverEmpty(type)) return !1;
	if (isList(value)) return value.length === 0;
	if (isObject(value)) return Object.keys(value).length === 0;
	return value === null || value === "" || value === !1 || value === 0 || value === 0n;
}
// packages/bundle/generate/stream.ts
const LARGEST_STREAM = 134217728;
function readStream(text, file) {
	if (text.length > LARGEST_STREAM) throw new UserError(`${file} has ${text.length} characters; streams are read up to ${LARGEST_STREAM}.`, {
		file,
		advice: "A bundle is stored in a ConfigMap of 1 MiB: look at what was rendered."
	});
	let objects = [];
	let others = [];
	for (let document of splitStream(text)) {
		let value = readDocument(document, file);
		let object = isObject(value) ? asObject(value, document.line) : void 0;
		object === void 0 ? value !== null && others.push(document.line) : objects.push(object);
	}
	return {
		objects,
		others
	};
}
function* splitStream(text) {
	let [start, line, counted] = [
		0,
		1,
		0
	];
	let cut = (end) => {
		for (; counted < start; line++) counted = text.indexOf("\n", counted) + 1;
		return {
			text: text.slice(start, end),
			line
		};
	};
	for (let match of text.matchAll(/^---[^\S\n]*(?:#.*)?(?:\n|$)/gm)) {
		match.index > start && (yield cut(match.index));
		start = match.index + match[0].length;
	}
	start < text.length && (yield cut(text.length));
}
function asObject(value, line) {
	let kind = textMember(value, "kind");
	if (kind === void 0) return;
	let [version = "", group = ""] = (textMember(value, "apiVersion") ?? "").split("/").reverse();
	return {
		group,
		version,
		kind,
		name: textMember(value.metadata, "name") ?? "",
		value,
		line
	};
}
function readDocument({ text, line }, file) {
	let plain = readBlockYaml(text, GO_YAML);
	if (plain !== void 0) return plain;
	let lineCounter = new LineCounter();
	let document = parseDocument(text, {
		lineCounter,
		prettyErrors: !1,
		schema: "failsafe",
		version: "1.1",
		uniqueKeys: !1,
		logLevel: "silent"
	});
	let wrong = (message, offset) => {
		let place = lineCounter.linePos(offset);
		return new UserError(`${file}: ${message}`, {
			file,
			line: line + place.line - 1,
			column: place.col,
			advice: "Correct what renders the manifests; no part of a bundle is written from half a stream."
		});
	};
	let [problem] = document.errors;
	if (problem !== void 0) throw wrong(problem.message, problem.pos[0]);
	let aliases = 0;
	let read = (node) => {
		if (node === null) return null;
		if (isAlias(node)) {
			if (++aliases > 1e3) throw wrong("more values are repeated by aliases than any manifest needs", 0);
			return read(node.resolve(document) ?? null);
		}
		if (isScalar(node)) return readScalar(node.value, node.type, node.tag, node.range?.[0] ?? 0);
		if (isSeq(node)) return node.items.map(read);
		if (!isMap(node)) return null;
		let own = {};
		let merged = {};
		for (let { key, value } of node.items) {
			let name = read(key);
			if (isScalar(key) && key.value === "<<" && key.type === "PLAIN") for (let source of [read(value)].flat()) isObject(source) && Object.assign(merged, {
				...source,
				...merged
			});
			else if (name === null || typeof name == "object") throw wrong("a name of a member is neither text nor number", key.range?.[0] ?? 0);
			else if (Object.hasOwn(own, String(name))) throw wrong(`“${String(name)}” is there twice`, key.range?.[0] ?? 0);
			else own[String(name)] = read(value);
		}
		return {
			...merged,
			...own
		};
	};
	let readScalar = (value, type, tag, offset) => {
		let said = typeof value == "string" ? value : "";
		if (type !== "PLAIN" || tag === "tag:yaml.org,2002:str") return said;
		let meant = GO_YAML.scalar(said);
		if (meant === void 0) throw wrong(`“${said}” is no number that JSON knows`, offset);
		return meant;
	};
	return read(document.contents);
}
// packages/bundle/validate/operator-sdk/rule-set.ts
const COMMON = [
	"ClusterServiceVersion",
	"CustomResourceDefinition",
	"ClusterRole",
	"ClusterRoleBinding",
	"Service",
	"ServiceAccount",
	"Role",
	"RoleBinding",
	"PrometheusRule",
	"ServiceMonitor",
	"Secret",
	"ConfigMap",
	"PodDisruptionBudget",
	"PriorityClass",
	"VerticalPodAutoscaler",
	"ConsoleYAMLSample",
	"ConsoleQuickStart",
	"ConsoleCLIDownload",
	"ConsoleLink"
];
const SUPPORTED_KINDS = {
	"v1.27.0": new Set(COMMON),
	"v1.42.3": new Set([
		...COMMON,
		"ConsolePlugin",
		"NetworkPolicy"
	])
};
const CATEGORIES_2022 = [
	"AI/Machine Learning",
	"Application Runtime",
	"Big Data",
	"Cloud Provider",
	"Developer Tools",
	"Database",
	"Integration & Delivery",
	"Logging & Tracing",
	"Monitoring",
	"Modernization & Migration",
	"Networking",
	"OpenShift Optional",
	"Security",
	"Storage",
	"Streaming & Messaging"
];
const CATEGORIES = {
	"v1.27.0": new Set(CATEGORIES_2022),
	"v1.42.3": new Set([...CATEGORIES_2022, "Observability"])
};
// packages/bundle/validate/source-file.ts
var SourceFile = class {
	path;
	bytes;
	value;
	problem;
	furtherDocuments;
	#parsed;
	constructor(path, bytes) {
		this.path = path;
		this.bytes = bytes;
		let value;
		let problem = null;
		let further = [];
		for (let [index, document] of [...splitStream(this.#text())].entries()) try {
			let read = readDocument(document, path);
			index === 0 ? value = read : read !== null && further.push(document.line);
		} catch (error) {
			if (!(error instanceof ReportedError)) throw error;
			if (index > 0) further.push(document.line);
			else {
				value = readRepeated(document.text);
				value === void 0 && (problem = {
					message: error.message.replace(`${path}: `, ""),
					place: error.place
				});
			}
		}
		this.value = value;
		this.problem = problem;
		this.furtherDocuments = further;
	}
	locate(path) {
		this.#parsed ??= parseWithPlaces(this.#text());
		let { lines, root } = this.#parsed;
		let node = root;
		let offset = node?.range?.[0];
		for (let part of path) if (isMap(node)) {
			let pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
			if (pair === void 0) break;
			offset = pair.key.range?.[0] ?? offset;
			node = pair.value;
		} else if (isSeq(node) && typeof part == "number") {
			node = node.items[part] ?? null;
			offset = node?.range?.[0] ?? offset;
		} else break;
		if (offset === void 0) return { file: this.path };
		let { line, col } = lines.linePos(offset);
		return line === 0 ? { file: this.path } : {
			file: this.path,
			line,
			column: col
		};
	}
	#text() {
		return this.bytes.toString("utf8").replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
	}
};
function readRepeated(text) {
	let document = parseDocument(text, {
		logLevel: "silent",
		uniqueKeys: !1,
		version: "1.1"
	});
	if (document.errors.length > 0) return;
	let value = document.toJS({ maxAliasCount: 100 });
	return isJson(value) ? value : void 0;
}
function parseWithPlaces(text) {
	let lines = new LineCounter();
	let [document] = parseAllDocuments(text, {
		lineCounter: lines,
		logLevel: "silent",
		uniqueKeys: !1,
		version: "1.1"
	});
	return {
		lines,
		root: document !== void 0 && "contents" in document ? document.contents : null
	};
}
function writePath(path) {
	return path.map((part) => typeof part == "number" ? `[${part}]` : /^[\w-]+$/.test(part) ? `.${part}` : `["${part}"]`).join("");
}
// packages/bundle/validate/bundle-files.ts
const LABEL = {
	mediaType: "operators.operatorframework.io.bundle.mediatype.v1",
	manifests: "operators.operatorframework.io.bundle.manifests.v1",
	metadata: "operators.operatorframework.io.bundle.metadata.v1",
	package: "operators.operatorframework.io.bundle.package.v1",
	channels: "operators.operatorframework.io.bundle.channels.v1",
	defaultChannel: "operators.operatorframework.io.bundle.channel.default.v1"
};
var BundleDirectory = class {
	name;
	#content;
	#read = new Map();
	constructor(name, content) {
		this.name = name;
		this.#content = content;
	}
	get paths() {
		return [...this.#content.keys()].sort();
	}
	called(path) {
		return this.name === "" || this.name === "." ? path : `${this.name}/${path}`;
	}
	file(path) {
		let known = this.#read.get(path);
		if (known !== void 0) return known;
		let bytes = this.#content.get(path);
		if (bytes === void 0) return null;
		let file = new SourceFile(this.called(path), bytes);
		this.#read.set(path, file);
		return file;
	}
	list(directory) {
		let prefix = directory === "." ? "" : `${directory}/`;
		let below = this.paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
		return {
			files: below.filter((path) => !path.includes("/")),
			directories: [...new Set(below.filter((path) => path.includes("/")).map((path) => path.split("/")[0] ?? ""))]
		};
	}
};
function textOf$1(value) {
	if (typeof value == "string") return value;
	return typeof value == "number" || typeof value == "bigint" || typeof value == "boolean" ? String(value) : void 0;
}
function textAt(value, ...path) {
	return textOf$1(valueAt(value, ...path)) ?? "";
}
function valueAt(value, ...path) {
	return path.reduce(member, value);
}
// packages/bundle/graph/semver.ts
const NUMBER$1 = "(0|[1-9][0-9]*)";
const IDENTIFIERS = "([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)";
const GRAMMAR = RegExp(`^${NUMBER$1}\\.${NUMBER$1}\\.${NUMBER$1}(?:-${IDENTIFIERS})?(?:\\+${IDENTIFIERS})?$`);
function readSemVer(text) {
	let [, major, minor, patch, prerelease, build] = GRAMMAR.exec(text) ?? [];
	if (major === void 0 || minor === void 0 || patch === void 0) return null;
	let identifiers = prerelease?.split(".") ?? [];
	if (identifiers.some((identifier) => /^0[0-9]+$/.test(identifier))) return null;
	return {
		major: BigInt(major),
		minor: BigInt(minor),
		patch: BigInt(patch),
		prerelease: identifiers,
		build: build?.split(".") ?? []
	};
}
function readTolerant(text) {
	let [major = "", minor, ...rest] = text.trim().replace(/^v/, "").split(".");
	let parts = [
		major,
		...minor === void 0 ? [] : [minor],
		...rest.length === 0 ? [] : [rest.join(".")]
	].map((part) => part.replace(/^0+(?=[0-9])/, ""));
	if (parts.length < 3 && /[+-]/.test(parts.at(-1) ?? "")) return null;
	return readSemVer([
		...parts,
		"0",
		"0"
	].slice(0, 3).join("."));
}
function compareSemVer(a, b) {
	return order(a.major, b.major) || order(a.minor, b.minor) || order(a.patch, b.patch) || comparePrerelease(a.prerelease, b.prerelease);
}
function comparePrerelease(a, b) {
	if (a.length === 0 || b.length === 0) return order(b.length, a.length);
	for (let [index, one] of a.entries()) {
		let other = b[index];
		if (other === void 0) return 1;
		let [isNumber, isOtherNumber] = [/^[0-9]+$/.test(one), /^[0-9]+$/.test(other)];
		let compared = isNumber && isOtherNumber ? order(BigInt(one), BigInt(other)) : isNumber === isOtherNumber ? order(one, other) : isNumber ? -1 : 1;
		if (compared !== 0) return compared;
	}
	return a.length === b.length ? 0 : -1;
}
function order(a, b) {
	return a < b ? -1 : +(a > b);
}
// packages/bundle/graph/catalog-bundle.ts
function splitName(name) {
	let dot = name.indexOf(".");
	return dot < 0 ? null : {
		operator: name.slice(0, dot),
		version: name.slice(dot + 1).replace(/^v+/, "")
	};
}
function versionInName({ name }) {
	return splitName(name)?.version ?? name;
}
function compareBundles(a, b) {
	let [one, other] = [splitName(a.name), splitName(b.name)];
	let [operator, otherOperator] = [one?.operator ?? a.name, other?.operator ?? b.name];
	if (operator !== otherOperator) return operator < otherOperator ? -1 : 1;
	let [version, otherVersion] = [one?.version ?? "", other?.version ?? ""];
	let [left, right] = [readSemVer(version), readSemVer(otherVersion)];
	if (left !== null && right !== null) return compareSemVer(left, right);
	return version < otherVersion ? -1 : +(version > otherVersion);
}
function bundlesOf(channel, bundles) {
	return bundles.filter(({ channels }) => channels.includes(channel)).sort((a, b) => a.directory < b.directory ? -1 : 1).sort(compareBundles);
}
function channelsOf(bundles) {
	let names = bundles.flatMap(({ channels, defaultChannel }) => [...channels, ...defaultChannel === null ? [] : [defaultChannel]]);
	return [...new Set(names)].sort();
}
// packages/bundle/graph/operator-catalog.ts
function catalogMode(ci) {
	let updateGraph = field$1(ci, "updateGraph");
	let isMode = updateGraph === "semver-mode" || updateGraph === "replaces-mode";
	return {
		mode: isMode ? updateGraph : "replaces-mode",
		fileBased: field$1(field$1(ci, "fbc"), "enabled") === !0,
		unknown: isMode || updateGraph == null ? null : typeof updateGraph == "string" ? updateGraph : JSON.stringify(updateGraph)
	};
}
function field$1(value, name) {
	return typeof value == "object" && value && !Array.isArray(value) && Object.hasOwn(value, name) ? Reflect.get(value, name) : void 0;
}
// packages/bundle/graph/read-bundle.ts
const PREFIX = "operators.operatorframework.io.bundle";
function readCatalogBundle(directory, csvText, annotationsText) {
	return describeBundle(directory, load(csvText), load(annotationsText));
}
function describeBundle(directory, csv, annotationsFile) {
	let annotations = field$1(annotationsFile, "annotations");
	let [metadata, spec] = [field$1(csv, "metadata"), field$1(csv, "spec")];
	let skips = field$1(spec, "skips");
	return {
		directory,
		name: textOf(field$1(metadata, "name")) ?? "",
		version: textOf(field$1(spec, "version")) ?? "",
		package: textOf(field$1(annotations, `${PREFIX}.package.v1`)) ?? "",
		channels: channelList(textOf(field$1(annotations, `${PREFIX}.channels.v1`))),
		defaultChannel: textOf(field$1(annotations, `${PREFIX}.channel.default.v1`))?.trim() ?? null,
		replaces: textOf(field$1(spec, "replaces")),
		skips: Array.isArray(skips) ? skips.flatMap((name) => textOf(name) ?? []) : [],
		skipRange: textOf(field$1(field$1(metadata, "annotations"), "olm.skipRange")),
		minKubeVersion: textOf(field$1(spec, "minKubeVersion")),
		openshiftVersions: textOf(field$1(annotations, "com.redhat.openshift.versions"))
	};
}
function parseCi(text) {
	return load(text);
}
function channelList(text) {
	return text === null ? [] : [...new Set(text.split(",").map((channel) => channel.trim()))];
}
function textOf(value) {
	if (typeof value == "string") return value;
	return typeof value == "number" || typeof value == "boolean" || typeof value == "bigint" ? String(value) : null;
}
function load(text) {
	try {
		return parse(text, {
			version: "1.1",
			logLevel: "silent",
			uniqueKeys: !1,
			maxAliasCount: 100
		});
	} catch {
		return null;
	}
}
// packages/bundle/graph/checker-range.ts
const NUMBER = "(x|X|\\*|0|[1-9][0-9]*)";
const BLOCK = RegExp(`^v?(<|<=|>=|>|=|\\^|~|)${NUMBER}(?:\\.${NUMBER}(?:\\.${NUMBER})?)?(?:-([a-zA-Z0-9.-]*))?(?:\\+([a-zA-Z0-9.-]*))?$`);
function parseCheckerRange(text) {
	let alternatives = [];
	for (let part of text.split("||")) {
		let comparisons = readGroup(part.trim() === "" ? ">=0.0.0" : part.trim());
		if (comparisons === null) return null;
		alternatives.push(...withCandidates(comparisons));
	}
	return (version) => alternatives.some((all) => all.every((comparison) => matches(comparison, version)));
}
function readGroup(group) {
	let bounds = group.split(" - ");
	let blocks = bounds.length === 1 ? group.split(" ") : [`>=${bounds[0] ?? ""}`, `<=${bounds[1] ?? ""}`];
	if (bounds.length > 2) return null;
	let read = blocks.map(readBlock);
	return read.includes(null) ? null : read.flatMap((block) => block ?? []);
}
function withCandidates(comparisons) {
	let candidates = comparisons.flatMap((comparison) => {
		let { operator, target } = comparison;
		if (target.prerelease.length === 0) return [];
		if (operator === ">" || operator === ">=") return [{
			operator: "<",
			target: release({
				...target,
				patch: target.patch + 1n
			}),
			always: !0
		}, comparison];
		if (operator === "<" || operator === "<=") return [{
			operator: ">=",
			target: release({
				...target,
				patch: 0n
			}),
			always: !0
		}, comparison];
		return [comparison];
	});
	let releases = comparisons.map((comparison) => comparison.target.prerelease.length === 0 ? comparison : {
		...comparison,
		target: release(comparison.target)
	});
	return candidates.length === 0 ? [releases] : [candidates, releases];
}
function readBlock(block) {
	let [, prefix, ...texts] = BLOCK.exec(block) ?? [];
	if (prefix === void 0) return null;
	let [major, minor, patch] = texts.slice(0, 3).map((text) => text === void 0 || /[xX*]/.test(text) ? null : BigInt(text));
	let [prerelease, metadata] = texts.slice(3);
	let build = prefix === "" || prefix === "=" ? metadata : "";
	let isPartial = major === null || minor == null || patch == null;
	if (isPartial && (hasText(prerelease) || hasText(build))) return null;
	let numbers = {
		major: major ?? 0n,
		minor: major === null ? 0n : minor ?? 0n,
		patch: 0n
	};
	let target = isPartial ? release(numbers) : exact({
		...numbers,
		patch: patch ?? 0n
	}, prerelease ?? "", build ?? "");
	if (target === null) return null;
	let range = (operator, bound) => ({
		operator,
		target: bound,
		always: !1
	});
	if (major === null) return [
		"",
		"=",
		">="
	].includes(prefix) ? [range(">=", target)] : null;
	let above = minor === null ? nextMajor(target) : patch === null ? nextMinor(target) : null;
	switch (prefix) {
		case "^": return [range(">=", target), range("<", caretBound(target, minor === null, patch === null))];
		case "~": return [range(">=", target), range("<", minor === null ? nextMajor(target) : nextMinor(target))];
		case ">": return [above === null ? range(">", target) : range(">=", above)];
		case ">=": return [range(">=", target)];
		case "<": return [range("<", target)];
		case "<=": return [above === null ? range("<=", target) : range("<", above)];
		default: return above === null ? [range("==", target)] : [range(">=", target), range("<", above)];
	}
}
function exact(numbers, prerelease, build) {
	let { major, minor, patch } = numbers;
	return readSemVer(`${major}.${minor}.${patch}${prerelease === "" ? "" : `-${prerelease}`}${build === "" ? "" : `+${build}`}`);
}
function caretBound(target, isMinorOpen, isPatchOpen) {
	let { major, minor, patch } = target;
	if (major > 0n || minor === 0n && isMinorOpen) return release({
		major: major + 1n,
		minor: 0n,
		patch: 0n
	});
	if (minor > 0n || isPatchOpen) return release({
		major,
		minor: minor + 1n,
		patch: 0n
	});
	return release({
		major,
		minor,
		patch: patch + 1n
	});
}
function nextMajor({ major, minor, patch, prerelease }) {
	return release({
		major: prerelease.length > 0 && minor === 0n && patch === 0n ? major : major + 1n,
		minor: 0n,
		patch: 0n
	});
}
function nextMinor({ major, minor, patch, prerelease }) {
	return release({
		major,
		minor: prerelease.length > 0 && patch === 0n ? minor : minor + 1n,
		patch: 0n
	});
}
function release({ major, minor, patch }) {
	return {
		major,
		minor,
		patch,
		prerelease: [],
		build: []
	};
}
function hasText(text) {
	return text !== void 0 && text !== "";
}
function matches({ operator, target, always }, version) {
	if (version.prerelease.length > 0 && !always && compareSemVer(release(version), release(target)) !== 0) return !1;
	let order = compareSemVer(version, target);
	switch (operator) {
		case "==": return order === 0 && (target.build.length === 0 || target.build.join(".") === version.build.join("."));
		case ">": return order > 0;
		case ">=": return order >= 0;
		case "<": return order < 0;
		case "<=": return order <= 0;
	}
}
// packages/bundle/graph/update-graph.ts
var GraphUnreadable = class extends Error {
	bundle;
	constructor(bundle, message) {
		super(message);
		this.name = "GraphUnreadable";
		this.bundle = bundle;
	}
};
function channelGraph(channel, all, mode) {
	let bundles = bundlesOf(channel, all);
	let head = bundles.at(-1) ?? null;
	let edges = mode === "semver-mode" ? chain(bundles) : [...byRange(bundles), ...byName(bundles)];
	let distinct = [...new Map(edges.map((edge) => [`${edge.from.directory}\0${edge.to.directory}`, edge])).values()];
	let replaced = new Set(distinct.map(({ from }) => from));
	return {
		channel,
		bundles,
		head,
		edges: distinct,
		dangling: bundles.filter((bundle) => bundle !== head && !replaced.has(bundle))
	};
}
function chain(bundles) {
	return bundles.slice(1).flatMap((to, index) => {
		let from = bundles[index];
		return from === void 0 ? [] : [{
			from,
			to
		}];
	});
}
function byRange(bundles) {
	return bundles.flatMap((to) => {
		let range = to.skipRange === null || to.skipRange === "" ? null : parseCheckerRange(to.skipRange);
		if (range === null) return [];
		return bundles.flatMap((from) => {
			let version = readSemVer(versionInName(from));
			if (version === null) throw new GraphUnreadable(from, `Invalid version string: '${versionInName(from)}'`);
			return range(version) ? [{
				from,
				to
			}] : [];
		});
	});
}
function byName(bundles) {
	let byVersion = new Map(bundles.map((bundle) => [versionInName(bundle), bundle]));
	return bundles.flatMap((to) => [...to.replaces === null ? [] : [to.replaces], ...to.skips].flatMap((name) => {
		let replaced = splitName(name);
		if (replaced === null) throw new GraphUnreadable(to, `${to.name} has invalid 'replaces' field: '${name}'`);
		let from = byVersion.get(replaced.version);
		return from === void 0 ? [] : [{
			from,
			to
		}];
	}));
}
function findCycle({ bundles, edges }) {
	let next = Map.groupBy(edges, ({ from }) => from);
	let done = new Set();
	for (let start of bundles) {
		let path = [];
		let onPath = new Set();
		let enter = (at) => {
			path.push({
				at,
				rest: [...next.get(at) ?? []]
			});
			onPath.add(at);
		};
		done.has(start) || enter(start);
		for (let last = path.at(-1); last !== void 0; last = path.at(-1)) {
			let edge = last.rest.shift();
			if (edge === void 0) {
				path.pop();
				onPath.delete(last.at);
				done.add(last.at);
			} else if (onPath.has(edge.to)) return edge;
			else done.has(edge.to) || enter(edge.to);
		}
	}
	return null;
}
// packages/bundle/validate/findings.ts
var Findings = class {
	all = [];
	#source;
	constructor(source) {
		this.#source = source;
	}
	at(file, path, verdict) {
		this.#add({
			...this.#ours(verdict),
			...file.locate(path),
			...path.length > 0 && { path: writePath(path) }
		});
	}
	about(file, verdict) {
		this.#add({
			...this.#ours(verdict),
			...file !== null && { file }
		});
	}
	#ours(verdict) {
		return {
			...verdict,
			rule: `${this.#source}/${verdict.rule}`
		};
	}
	#add(finding) {
		this.all.some(({ rule, message, file, path }) => rule === finding.rule && message === finding.message && file === finding.file && path === finding.path) || this.all.push(finding);
	}
};
// packages/bundle/validate/catalog/configuration.ts
const SEMVER_CHANNELS = new Set([
	"Fast",
	"Candidate",
	"Stable"
]);
const CI_KEYS = [
	"updateGraph",
	"reviewers",
	"merge",
	"cert_project_id",
	"fbc"
];
const FBC_KEYS = new Set([
	"enabled",
	"version_promotion_strategy",
	"catalog_mapping"
]);
function checkCi(ci, say) {
	let schema = schemaCheck("check-schema-operator-ci-config", say);
	if (!isMapping(ci)) {
		schema.wrong([], "it is no map");
		return;
	}
	schema.choice(ci, "updateGraph", ["replaces-mode", "semver-mode"]);
	schema.texts(ci, "reviewers", { least: 1 });
	schema.type(ci, "merge", "boolean");
	schema.type(ci, "cert_project_id", "string");
	for (let key of Object.keys(ci)) {
		if (CI_KEYS.includes(key)) continue;
		say([key], "extra:ci-unknown-key", `ci.yaml has the unknown key “${key}”; the catalog ignores it.`, `It knows ${CI_KEYS.join(", ")}.`, "warning");
	}
	let fbc = ci.fbc;
	if (fbc === void 0) return;
	if (!isMapping(fbc)) {
		schema.wrong(["fbc"], "it is no map");
		return;
	}
	for (let key of Object.keys(fbc)) FBC_KEYS.has(key) || schema.wrong(["fbc", key], `“${key}” is not allowed there`);
	schema.type(fbc, "enabled", "boolean", ["fbc"]);
	schema.choice(fbc, "version_promotion_strategy", [
		"review-needed",
		"always",
		"never"
	], ["fbc"]);
	let mapping = fbc.catalog_mapping;
	if (mapping === void 0) return;
	if (!Array.isArray(mapping)) {
		schema.wrong(["fbc", "catalog_mapping"], "it is no list");
		return;
	}
	let users = new Map();
	for (let [index, template] of mapping.entries()) {
		let at = [
			"fbc",
			"catalog_mapping",
			index
		];
		if (!isMapping(template)) {
			schema.wrong(at, "it is no map");
			continue;
		}
		schema.required(template, [
			"template_name",
			"type",
			"catalog_names"
		], at);
		schema.type(template, "template_name", "string", at);
		schema.choice(template, "type", ["olm.template.basic", "olm.semver"], at);
		schema.texts(template, "catalog_names", {
			least: 1,
			unique: !0
		}, at);
		let names = template.catalog_names;
		for (let name of Array.isArray(names) ? names.map(String) : []) users.set(name, [...users.get(name) ?? [], String(template.template_name)]);
	}
	for (let [catalog, templates] of users) {
		if (templates.length < 2) continue;
		say(["fbc", "catalog_mapping"], "check-catalog-usage-ci-config", `Operator's 'ci.yaml' contains multiple templates '[${templates.map((name) => `'${name}'`).join(", ")}]' for the same catalog '${catalog}'.`, "Name each catalog in one template only.");
	}
}
function checkReleaseConfig(config, ci, say) {
	if (config == null) return;
	let schema = schemaCheck("check-validate-schema-bundle-release-config", say);
	if (!isMapping(config)) {
		schema.wrong([], "it is no map");
		return;
	}
	for (let key of Object.keys(config)) key !== "merge" && key !== "catalog_templates" && schema.wrong([key], `“${key}” is not allowed there`);
	schema.type(config, "merge", "boolean");
	schema.required(config, ["catalog_templates"]);
	let templates = config.catalog_templates;
	templates === void 0 || Array.isArray(templates) && templates.length !== 0 || schema.wrong(["catalog_templates"], "it is no list with at least one template");
	let given = Array.isArray(templates) ? templates : [];
	for (let [index, template] of given.entries()) {
		let at = ["catalog_templates", index];
		if (!isMapping(template)) {
			schema.wrong(at, "it is no map");
			continue;
		}
		schema.required(template, ["template_name", "channels"], at);
		schema.texts(template, "channels", {
			least: 1,
			unique: !0
		}, at);
		schema.texts(template, "skips", {
			least: 1,
			unique: !0
		}, at);
		for (let name of [
			"template_name",
			"defaultChannel",
			"replaces",
			"skipRange"
		]) schema.type(template, name, "string", at);
	}
	new Set(given.map((template) => JSON.stringify(template))).size < given.length && schema.wrong(["catalog_templates"], "two of its items are equal");
	checkTemplates(Array.isArray(templates) ? given : null, ci, say);
}
function checkTemplates(templates, ci, say) {
	let rule = "check-bundle-release-config";
	let fbc = field$1(ci, "fbc");
	if (field$1(fbc, "enabled") !== !0) {
		say([], rule, "Bundle's 'release-config.yaml' is used but FBC is not enabled for the operator. Update the 'fbc.enabled' field in the ci.yaml file.", "Remove release-config.yaml, or set “fbc.enabled: true” in ci.yaml first.");
		return;
	}
	if (templates === null) {
		say(["catalog_templates"], rule, "The check ends at “catalog_templates”, which is no list.", "List a template with its channels.");
		return;
	}
	let mapping = field$1(fbc, "catalog_mapping");
	let known = new Map((Array.isArray(mapping) ? mapping : []).map((one) => [field$1(one, "template_name"), field$1(one, "type")]));
	for (let [index, template] of templates.entries()) {
		let name = field$1(template, "template_name");
		let at = ["catalog_templates", index];
		if (!known.has(name)) {
			say([...at, "template_name"], rule, `Bundle's 'release-config.yaml' contains a catalog template '${String(name)}' that is not defined in the ci.yaml file under 'catalog_mapping'. Add the template to the 'catalog_mapping.`, `ci.yaml maps ${[...known.keys()].map(String).join(", ") || "none"}.`);
			continue;
		}
		let channels = field$1(template, "channels");
		let names = Array.isArray(channels) ? channels.map(String) : [];
		if (known.get(name) !== "olm.semver" || names.every((channel) => SEMVER_CHANNELS.has(channel))) continue;
		say([...at, "channels"], rule, `Bundle's 'release-config.yaml' contains a semver catalog template '${String(name)}' with invalid channels: [${names.map((channel) => `'${channel}'`).join(", ")}]. Allowed channels are: ['Fast', 'Candidate', 'Stable'].`, "Use Fast, Candidate or Stable; the template makes the channels of them.");
	}
}
function isMapping(value) {
	return typeof value == "object" && !!value && !Array.isArray(value);
}
function schemaCheck(rule, say) {
	let wrong = (path, fault) => {
		say(path, rule, `${path.length === 0 ? "The file" : `“${path.map(String).join(".")}”`} does not comply with the schema: ${fault}.`, "Correct it; the catalog’s pipeline refuses the pull request.");
	};
	return {
		wrong,
		required(of, names, at = []) {
			for (let name of names) Object.hasOwn(of, name) || wrong(at, `“${name}” is missing`);
		},
		type(of, name, type, at = []) {
			of[name] !== void 0 && typeof of[name] !== type && wrong([...at, name], `it is no ${type}`);
		},
		choice(of, name, allowed, at = []) {
			let value = of[name];
			value !== void 0 && !(typeof value == "string" && allowed.includes(value)) && wrong([...at, name], `it is none of ${allowed.join(", ")}`);
		},
		texts(of, name, { least, unique = !1 }, at = []) {
			let value = of[name];
			if (value === void 0) return;
			!Array.isArray(value) || value.some((item) => typeof item != "string") ? wrong([...at, name], "it is no list of texts") : value.length < least ? wrong([...at, name], `it needs ${least} at least`) : unique && new Set(value).size < value.length && wrong([...at, name], "one of its items is there twice");
		}
	};
}
// packages/bundle/validate/catalog/names.ts
function nameFaults(bundle, others, operator) {
	if (bundle.package === "") return [{
		severity: "error",
		message: "Bundle does not define the operator name in annotations.yaml"
	}];
	let own = splitName(bundle.name)?.operator;
	if (own === void 0) return [{
		severity: "error",
		message: `Invalid operator name in CSV for ${bundle.name === "" ? "this bundle" : bundle.name}`
	}];
	let packages = new Set(others.map((other) => other.package));
	let names = new Set(others.flatMap((other) => splitName(other.name)?.operator ?? []));
	let faults = others.length === 0 ? [] : [...consistency(bundle.package, packages, "from annotations.yaml"), ...consistency(own, names, "from the CSV")];
	let severity = others.length === 0 ? "error" : "warning";
	bundle.package !== own && faults.push({
		severity,
		message: `Operator name from annotations.yaml (${bundle.package}) does not match the name defined in the CSV (${own})`
	});
	bundle.package !== operator && faults.push({
		severity,
		message: `Operator name from annotations.yaml (${bundle.package}) does not match the operator's directory name (${operator})`
	});
	return faults;
}
function consistency(own, others, where) {
	let [common, ...more] = others;
	if (common === void 0 || more.length > 0) return [{
		severity: "warning",
		message: `Operator name ${where} is not consistent across bundles: [${[...new Set([...others, own])].sort().map((name) => `'${name}'`).join(", ")}]`
	}];
	return common === own ? [] : [{
		severity: "error",
		message: `Operator name ${where} (${own}) does not match the name defined in other bundles (${common})`
	}];
}
// packages/bundle/validate/catalog/openshift.ts
const SUPPORTED_OPENSHIFT = [
	"4.12",
	"4.13",
	"4.14",
	"4.15",
	"4.16",
	"4.17",
	"4.18",
	"4.19",
	"4.20",
	"4.21"
];
const KUBERNETES = [
	["4.1", "1.13"],
	["4.2", "1.14"],
	["4.3", "1.16"],
	["4.4", "1.17"],
	["4.5", "1.18"],
	["4.6", "1.19"],
	["4.7", "1.20"],
	["4.8", "1.21"],
	["4.9", "1.22"],
	["4.10", "1.23"],
	["4.11", "1.24"],
	["4.12", "1.25"],
	["4.13", "1.26"],
	["4.14", "1.27"],
	["4.15", "1.28"],
	["4.16", "1.29"],
	["4.17", "1.30"]
];
function parseOpenShiftRange(text) {
	let selector = text.trim();
	let range = (holds, isList = !1) => ({
		isList,
		holds: (release) => {
			let version = readRelease(release);
			return version !== null && holds(version);
		}
	});
	if (selector.includes("-")) {
		let [from, to] = [selector.slice(0, selector.indexOf("-")), selector.slice(selector.indexOf("-") + 1)].map(readRelease);
		if (from === null || to === null || from === void 0 || to === void 0) return null;
		return range((release) => compareSemVer(from, release) <= 0 && compareSemVer(release, to) <= 0);
	}
	if (selector.includes(",")) {
		let listed = selector.split(",").map(readRelease);
		let known = listed.filter((release) => release !== null);
		let [least] = known.toSorted(compareSemVer);
		if (known.length < listed.length || least === void 0) return null;
		return range((release) => compareSemVer(release, least) >= 0, !(known.every(({ major, minor }) => major === 4n && (minor === 5n || minor === 6n)) && new Set(known.map(({ minor }) => minor)).size === 2));
	}
	let isExact = selector.startsWith("=");
	let one = readRelease(selector.replace(/^=/, ""));
	if (one === null) return null;
	if (!isExact) return range((release) => compareSemVer(release, one) >= 0);
	return {
		...range((release) => compareSemVer(release, one) === 0),
		exactly: one
	};
}
function releasesBelow({ holds, exactly }, minimum) {
	let one = exactly === void 0 ? null : closest(exactly);
	return KUBERNETES.flatMap(([release, kubernetes]) => {
		let [own, version] = [readRelease(release), readRelease(kubernetes)];
		if (own === null || version === null || compareSemVer(version, minimum) >= 0) return [];
		return (one === null ? holds(release) : compareSemVer(own, one) === 0) ? [release] : [];
	});
}
function newestKubernetes(range, supported = SUPPORTED_OPENSHIFT) {
	let newest = supported.findLast((release) => range === null || range.holds(release));
	let version = newest === void 0 ? null : readRelease(newest);
	if (version === null) return "";
	return KUBERNETES.findLast(([release]) => {
		let other = readRelease(release);
		return other !== null && compareSemVer(other, version) <= 0;
	})?.[1] ?? "";
}
function readShort(text) {
	let [, major, minor = ".0", patch = ".0", rest = ""] = /^(\d+)(\.\d+)?(?:(?<=\.\d+)(\.\d+))?([-+].*)?$/.exec(text.trim()) ?? [];
	let read = major === void 0 ? null : readSemVer(`${major}${minor}${patch}${rest}`);
	return read === null ? null : {
		...read,
		prerelease: [],
		build: []
	};
}
function readRelease(text) {
	let read = readShort(text.trim().replace(/^v/, ""));
	return read === null ? null : {
		...read,
		patch: 0n
	};
}
function closest(version) {
	let known = KUBERNETES.flatMap(([release]) => readRelease(release) ?? []);
	return known.findLast((release) => compareSemVer(release, version) <= 0) ?? known[0] ?? version;
}
// packages/bundle/validate/kubernetes-names.ts
const LABEL_1123 = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN_1123 = `${LABEL_1123}(\\.${LABEL_1123})*`;
const LABEL_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
const QUALIFIED_NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
function mismatch(message, format, ...examples) {
	if (examples.length === 0) return `${message} (regex used for validation is '${format}')`;
	return `${message} (e.g. ${examples.map((example) => `'${example}'`).join(", or ").replaceAll("', or '", "',  or '")}, regex used for validation is '${format}')`;
}
function tooLong(length) {
	return `must be no more than ${length} characters`;
}
function judge(value, format, most, message) {
	return [...bytes(value) > most ? [tooLong(most)] : [], ...RegExp(`^(?:${format})$`).test(value) ? [] : [message]];
}
function bytes(text) {
	return Buffer.byteLength(text);
}
function dnsSubdomainFaults(value) {
	return judge(value, SUBDOMAIN_1123, 253, mismatch("a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character", SUBDOMAIN_1123, "example.com"));
}
function dnsLabelFaults(value) {
	return judge(value, LABEL_1035, 63, mismatch("a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character", LABEL_1035, "my-name", "abc-123"));
}
function labelValueFaults(value) {
	let format = `(${QUALIFIED_NAME})?`;
	return judge(value, format, 63, mismatch("a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character", format, "MyValue", "my_value", "12345"));
}
function qualifiedNameFaults(value) {
	let said = mismatch("must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character", QUALIFIED_NAME, "MyName", "my.name", "123-abc");
	let [first = "", second, ...more] = value.split("/");
	if (more.length > 0) return [`a qualified name ${said} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
	let [prefix, name] = second === void 0 ? [null, first] : [first, second];
	let faults = prefix === null ? [] : prefix === "" ? ["prefix part must be non-empty"] : dnsSubdomainFaults(prefix).map((fault) => `prefix part ${fault}`);
	name === "" ? faults.push("name part must be non-empty") : bytes(name) > 63 && faults.push(`name part ${tooLong(63)}`);
	RegExp(`^(?:${QUALIFIED_NAME})$`).test(name) || faults.push(`name part ${said}`);
	return faults;
}
// packages/bundle/validate/operator-sdk/objects.ts
const ANNOTATIONS_LIMIT = 262144;
function checkObjects({ objects, mediaType }, sdk, findings) {
	for (let object of objects) {
		let { file, kind, apiVersion, name } = object;
		if (kind === "ClusterServiceVersion" || kind === "CustomResourceDefinition") continue;
		if (mediaType === "registry+v1" && !SUPPORTED_KINDS[sdk].has(kind)) {
			let readable = kind === "" ? "The file holds no object" : `OLM installs no ${kind} from a bundle`;
			findings.at(file, ["kind"], {
				severity: "error",
				rule: "object-kind-unsupported",
				message: `${gvkOf(apiVersion, kind)}: unsupported media type ${mediaType} for bundle object`,
				advice: `${readable}; remove ${kind === "" ? "it" : `${name === "" ? "it" : name} from the bundle, or let the operator create it`}.`
			});
			continue;
		}
		for (let { path, message } of metadataFaults(object)) findings.at(file, path, {
			severity: "error",
			rule: "object-metadata",
			message: `${name}: error validating object: ${message}`,
			advice: "Correct it, or remove it: kubectl and OLM refuse the object as it is."
		});
	}
}
function gvkOf(apiVersion, kind) {
	let [version = "", group = ""] = apiVersion.split("/").reverse();
	return `${group}/${version}, Kind=${kind}`;
}
function metadataFaults({ value, name }) {
	let metadata = member(value, "metadata");
	let faults = [];
	let say = (path, message) => {
		let [first = "", ...rest] = path.map(String);
		faults.push({
			path: ["metadata", ...path],
			message: `metadata.${first}${rest.map((part) => `[${part}]`).join("")}: ${message}`
		});
	};
	name === "" && say(["name"], "Required value: name or generateName is required");
	textAt(metadata, "namespace") !== "" && say(["namespace"], "Forbidden: not allowed on this type");
	Number(member(metadata, "generation") ?? 0) < 0 && say(["generation"], `Invalid value: ${textAt(metadata, "generation")}: must be greater than or equal to 0`);
	for (let [key, label] of textEntries(metadata, "labels")) {
		let at = [
			"metadata",
			"labels",
			key
		];
		for (let fault of qualifiedNameFaults(key)) faults.push({
			path: at,
			message: `metadata.labels: Invalid value: "${key}": ${fault}`
		});
		let text = textOf$1(label) ?? "";
		for (let fault of labelValueFaults(text)) faults.push({
			path: at,
			message: `metadata.labels: Invalid value: "${text}": ${fault}`
		});
	}
	let size = 0;
	for (let [key, annotation] of textEntries(metadata, "annotations")) {
		size += Buffer.byteLength(key) + Buffer.byteLength(textOf$1(annotation) ?? "");
		for (let fault of qualifiedNameFaults(key.toLowerCase())) faults.push({
			path: [
				"metadata",
				"annotations",
				key
			],
			message: `metadata.annotations: Invalid value: "${key}": ${fault}`
		});
	}
	size > ANNOTATIONS_LIMIT && say(["annotations"], `Too long: may not be more than ${ANNOTATIONS_LIMIT} bytes`);
	for (let [index, entry] of listMember(metadata, "managedFields").entries()) {
		let operation = textAt(entry, "operation");
		operation !== "Apply" && operation !== "Update" && say(["managedFields", index], `Invalid value: "${operation}": must be \`Apply\` or \`Update\``);
	}
	faults.push(...ownerFaults(listMember(metadata, "ownerReferences")));
	let finalizers = member(metadata, "finalizers");
	for (let finalizer of isList(finalizers) ? finalizers : []) {
		let text = textOf$1(finalizer) ?? "";
		for (let fault of qualifiedNameFaults(text)) say(["finalizers"], `Invalid value: "${text}": ${fault}`);
	}
	return faults;
}
function textEntries(metadata, name) {
	let entries = entriesOf(metadata, name);
	return entries.every(([, value]) => typeof value == "string") ? entries : [];
}
function ownerFaults(owners) {
	return owners.flatMap((owner, index) => [
		"kind",
		"name",
		"uid",
		"apiVersion"
	].filter((field) => textAt(owner, field) === "").map((field) => ({
		path: [
			"metadata",
			"ownerReferences",
			index
		],
		message: `metadata.ownerReferences.${field}: Invalid value: "": ${field === "apiVersion" ? "version" : field} must not be empty`
	})));
}
// packages/bundle/validate/operator-sdk/examples.ts
function checkExamples({ file, value, name }, findings) {
	let annotations = valueAt(value, "metadata", "annotations");
	if (!isObject(annotations) || Object.keys(annotations).length === 0) {
		findings.at(file, ["metadata"], {
			severity: "warning",
			rule: "csv-annotations-missing",
			message: "annotations not found",
			advice: "OperatorHub shows capabilities, categories, image, repository and support from there."
		});
		return;
	}
	let [alm, olm] = [textOf$1(annotations["alm-examples"] ?? void 0), textOf$1(annotations["olm.examples"] ?? void 0)];
	let key = Object.hasOwn(annotations, "alm-examples") ? "alm-examples" : "olm.examples";
	let path = [
		"metadata",
		"annotations",
		key
	];
	if (!Object.hasOwn(annotations, key)) {
		findings.at(file, ["metadata", "annotations"], {
			severity: "warning",
			rule: "csv-examples",
			message: "example annotations not found",
			advice: "Put one object of each kind into config/samples; “alm-examples” is made of them."
		});
		return;
	}
	key === "alm-examples" && Object.hasOwn(annotations, "olm.examples") && findings.at(file, [
		"metadata",
		"annotations",
		"olm.examples"
	], {
		severity: "warning",
		rule: "csv-examples",
		message: "both `alm-examples` and `olm.examples` are present. Checking only `alm-examples`",
		advice: "Remove “olm.examples”."
	});
	let read = readExamples((key === "alm-examples" ? alm : olm) ?? "");
	if ("fault" in read) {
		findings.at(file, path, {
			severity: "error",
			rule: "csv-examples",
			message: read.fault,
			advice: "It has to be a JSON list of objects."
		});
		return;
	}
	let provided = providedApis(value);
	for (let { index, crd } of provided.unreadable) findings.at(file, [
		"spec",
		"customresourcedefinitions",
		"owned",
		index,
		"name"
	], {
		severity: "error",
		rule: "csv-owned-crd-name",
		message: `couldn't parse plural.group from crd name: ${crd}`,
		advice: "Write PLURAL.GROUP, for example “appwrappers.workload.codeflare.dev”."
	});
	for (let example of read.apis) {
		if (provided.apis.has(example)) continue;
		findings.at(file, path, {
			severity: "error",
			rule: "csv-examples",
			message: `${example}: example must have a provided API`,
			advice: `${name} does not own this API: remove the example, or list the API under “customresourcedefinitions.owned”.`
		});
	}
	for (let [api, at] of provided.apis) {
		if (read.apis.has(api)) continue;
		findings.at(file, at, {
			severity: "warning",
			rule: "csv-examples-missing",
			message: `${api}: provided API should have an example annotation`,
			advice: "Add an object of this kind to config/samples; reviewers of the catalog ask for it."
		});
	}
}
function readExamples(text) {
	if (text === "") return { apis: new Set() };
	try {
		JSON.parse(text);
	} catch (error) {
		return { fault: `invalid example: ${error instanceof Error ? error.message : ""}` };
	}
	let examples = readDocument({
		text,
		line: 1
	}, "alm-examples");
	let kind = isObject(examples) ? "object" : typeof examples;
	if (examples === null) return { apis: new Set() };
	if (!isList(examples)) return { fault: `json: cannot unmarshal ${kind === "boolean" ? "bool" : kind === "bigint" ? "number" : kind} into Go value of type []unstructured.Unstructured: error decoding example CustomResource` };
	if (examples.find((example) => !isObject(example) || textAt(example, "kind") === "") !== void 0) return { fault: "an example is no object with a kind: error decoding example CustomResource" };
	return { apis: new Set(examples.map((example) => gvkOf(textAt(example, "apiVersion"), textAt(example, "kind")))) };
}
function providedApis(csv) {
	let apis = new Map();
	let unreadable = [];
	let spec = member(csv, "spec");
	for (let [index, owned] of listMember(member(spec, "customresourcedefinitions"), "owned").entries()) {
		let crd = textAt(owned, "name");
		let dot = crd.indexOf(".");
		if (dot < 0) unreadable.push({
			index,
			crd
		});
		else {
			let api = gvkOf(`${crd.slice(dot + 1)}/${textAt(owned, "version")}`, textAt(owned, "kind"));
			apis.set(api, [
				"spec",
				"customresourcedefinitions",
				"owned",
				index
			]);
		}
	}
	for (let [index, owned] of listMember(member(spec, "apiservicedefinitions"), "owned").entries()) {
		let api = gvkOf(`${textAt(owned, "group")}/${textAt(owned, "version")}`, textAt(owned, "kind"));
		apis.set(api, [
			"spec",
			"apiservicedefinitions",
			"owned",
			index
		]);
	}
	return {
		apis,
		unreadable
	};
}
function checkCsv$1(bundle, sdk, findings) {
	let { file, value, name, apiVersion } = bundle.csv;
	let say = (path, severity, rule, message, advice) => findings.at(file, path, {
		severity,
		rule,
		message,
		advice
	});
	let spec = member(value, "spec");
	let replaces = textAt(spec, "replaces");
	for (let [path, field, text] of [[
		["metadata", "name"],
		"metadata.name",
		name
	], [
		["spec", "replaces"],
		"spec.replaces",
		replaces
	]]) {
		let faults = field === "spec.replaces" && text === "" ? [] : [...dnsSubdomainFaults(text), ...labelValueFaults(text)];
		faults.length > 0 && say(path, "error", "csv-name", `${field} "${text}" is invalid: ${faults.join(",")}`, "Name it OPERATOR.vVERSION in lower case, with at most 63 characters.");
	}
	checkExamples(bundle.csv, findings);
	checkInstallModes(spec, say);
	sdk !== "v1.27.0" && checkMinKubeVersion(textAt(spec, "minKubeVersion"), say);
	checkRequired(value, say);
	checkAnnotationNames(value, name, say);
	apiVersion === "" && say([], "error", "csv-api-version", "'apiVersion' is missing", "Write “apiVersion: operators.coreos.com/v1alpha1”.");
}
function checkMinKubeVersion(text, say, read = readSemVer) {
	let path = ["spec", "minKubeVersion"];
	text.trim() === "" ? say(path, "warning", "csv-min-kube-version", "csv.Spec.minKubeVersion is not informed. It is recommended you provide this information. Otherwise, it would mean that your operator project can be distributed and installed in any cluster version available, which is not necessarily the case for all projects.", "Write the oldest Kubernetes that the operator is tested with, for example “minKubeVersion: 1.25.0”.") : read(text) === null && say(path, "error", "csv-min-kube-version", `csv.Spec.MinKubeVersion has an invalid value: ${text}`, "Write three numbers without a “v”, for example “1.25.0”.");
}
function checkInstallModes(spec, say) {
	let modes = listMember(spec, "installModes");
	let path = ["spec", "installModes"];
	if (modes.length === 0) {
		say(path, "error", "csv-install-modes", "install modes not found", "Say for each of OwnNamespace, SingleNamespace, MultiNamespace and AllNamespaces whether it is supported.");
		return;
	}
	let supported = modes.filter((mode) => member(mode, "supported") === !0);
	let all = modes.filter((mode) => textAt(mode, "type") === "AllNamespaces");
	let isOnlyAll = supported.every((mode) => all.includes(mode)) && all.every((mode) => supported.includes(mode));
	for (let [index, webhook] of listMember(spec, "webhookdefinitions").entries()) {
		if (listMember(webhook, "conversionCRDs").length === 0 || isOnlyAll) continue;
		say([
			"spec",
			"webhookdefinitions",
			index,
			"conversionCRDs"
		], "error", "csv-install-modes", "only AllNamespaces InstallModeType is supported when conversionCRDs is present", "A CRD has one conversion webhook in the whole cluster: support AllNamespaces and nothing else.");
	}
	supported.length === 0 && say(path, "error", "csv-install-modes", "none of InstallModeTypes are supported", "Set “supported: true” for one of them at least.");
}
function checkRequired(csv, say) {
	let required = [
		[
			["metadata"],
			"ObjectMeta",
			"struct"
		],
		[
			["spec"],
			"Spec",
			"struct"
		],
		[
			["spec", "install"],
			"Spec.InstallStrategy",
			"struct"
		],
		[
			[
				"spec",
				"install",
				"strategy"
			],
			"Spec.InstallStrategy.StrategyName",
			"field"
		],
		[
			[
				"spec",
				"install",
				"spec",
				"deployments"
			],
			"Spec.InstallStrategy.StrategySpec.DeploymentSpecs",
			"field"
		],
		[
			["spec", "displayName"],
			"Spec.DisplayName",
			"field"
		]
	];
	let missing = [];
	for (let [path, name, kind] of required) {
		let found = valueAt(csv, ...path.map(String));
		let isThere = kind === "struct" ? hasContent(found) : typeof found == "object" ? found !== null : (textOf$1(found) ?? "") !== "";
		let inside = missing.some((other) => other.every((part, index) => path[index] === part));
		let parent = valueAt(csv, ...path.slice(0, -1).map(String));
		if (isThere || inside || path.length === 4 && !hasContent(parent)) continue;
		missing.push(path);
		say(path, "error", "csv-required", `${name}: required field missing`, "Fill it in.");
	}
}
function hasContent(value) {
	if (isObject(value)) return Object.values(value).some(hasContent);
	if (typeof value == "object" && value) return !0;
	return value != null && value !== "" && value !== !1 && value !== 0;
}
const CASE_SENSITIVE = [
	"olm.operatorGroup",
	"olm.operatorNamespace",
	"olm.targetNamespaces",
	"olm.providedAPIs",
	"olm.skipRange"
];
function checkAnnotationNames(csv, csvName, say) {
	let annotations = valueAt(csv, "metadata", "annotations");
	for (let key of isObject(annotations) ? Object.keys(annotations) : []) {
		let path = [
			"metadata",
			"annotations",
			key
		];
		let right = CASE_SENSITIVE.find((name) => name.toLowerCase() === key.toLowerCase());
		right !== void 0 && right !== key && say(path, "error", "csv-annotation-case", `${csvName}: provided annotation ${key} uses wrong case and should be ${right} instead`, `OLM ignores it as it is; write “${right}”.`);
		key === "olm.properties" && say(path, "warning", "csv-properties-annotation", "found olm.properties annotation, please define these properties in metadata/properties.yaml instead", "Move them to metadata/properties.yaml.");
	}
}
// packages/bundle/validate/operator-sdk/go-url.ts
function requestUriFault(text) {
	let fault = (reason) => `parse ${JSON.stringify(text)}: ${reason}`;
	if (/[\u0000-\u001f\u007f]/.test(text)) return fault("net/url: invalid control character in URL");
	if (text === "*") return null;
	let scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(text)?.[0] ?? "";
	if (scheme === "" && text.startsWith(":")) return fault("missing protocol scheme");
	let rest = text.slice(scheme.length);
	if (!rest.startsWith("/")) {
		if (scheme !== "" && rest !== "") return null;
		if (scheme === "" && /^[^/]*:/.test(text)) return fault("first path segment in URL cannot contain colon");
		return fault("invalid URI for request");
	}
	let path = rest.split("?")[0] ?? "";
	let [, authority, below = ""] = (scheme !== "" || !path.startsWith("///")) && path.startsWith("//") ? /^\/\/([^/]*)(.*)$/s.exec(path) ?? [] : [
		null,
		null,
		path
	];
	let escape = /%(?![0-9A-Fa-f]{2}).{0,2}/s.exec(below)?.[0];
	if (escape !== void 0) return fault(`invalid URL escape ${JSON.stringify(escape)}`);
	return authority == null ? null : authorityFault(authority, fault);
}
function authorityFault(authority, fault) {
	let host = authority.slice(authority.lastIndexOf("@") + 1);
	let user = authority.slice(0, Math.max(0, authority.lastIndexOf("@")));
	if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) return fault("net/url: invalid userinfo");
	if (host.startsWith("[")) {
		if (!host.includes("]")) return fault("missing ']' in host");
		return portFault(host.slice(host.lastIndexOf("]") + 1), fault);
	}
	let port = host.indexOf(":") < 0 ? "" : host.slice(host.lastIndexOf(":"));
	let odd = /[^A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%\u0080-\uffff]/.exec(host)?.[0];
	if (odd !== void 0) return fault(`invalid character ${JSON.stringify(odd)} in host name`);
	let escape = /%(?![89A-Fa-f][0-9A-Fa-f]|25).{0,2}/s.exec(host)?.[0];
	if (escape !== void 0) return fault(`invalid URL escape ${JSON.stringify(escape)}`);
	return portFault(port, fault);
}
function portFault(port, fault) {
	return port === "" || /^:[0-9]*$/.test(port) ? null : fault(`invalid port ${JSON.stringify(port)} after host`);
}
// packages/bundle/validate/operator-sdk/go-mail.ts
function mailFault(text) {
	try {
		new AddressReader(text).single();
		return null;
	} catch (error) {
		if (error instanceof MailFault) return `mail: ${error.message}`;
		throw error;
	}
}
var MailFault = class extends Error {};
const ATOM = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~\u0080-\uffff]+/;
var AddressReader = class {
	#rest;
	constructor(text) {
		this.#rest = text;
	}
	single() {
		this.#space();
		if (this.#rest === "") throw new MailFault("no address");
		this.#addressOrName() || this.#angle();
		this.#space();
		if (this.#rest !== "") throw new MailFault(`expected single address, got ${JSON.stringify(this.#rest)}`);
	}
	#addressOrName() {
		let start = this.#rest;
		let isAddress = this.#try(() => {
			this.#local();
			if (!this.#take("@")) throw new MailFault("missing '@' or angle-addr");
			this.#domain();
		});
		if (isAddress === null) return !0;
		let local = isAddress;
		this.#rest = start;
		if (this.#rest.startsWith("<")) return !1;
		let words = 0;
		for (this.#space(); this.#rest !== "" && !this.#rest.startsWith("<"); this.#space(), words++) {
			let before = this.#rest;
			if (this.#rest.startsWith("\"")) this.#quoted();
			else {
				let word = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.\u0080-\uffff]+/.exec(this.#rest)?.[0] ?? "";
				this.#rest = this.#rest.slice(word.length);
			}
			if (this.#rest === before) {
				if (words === 0) throw local;
				throw new MailFault(words === 1 && this.#rest.startsWith("@") ? local.message : "missing '@' or angle-addr");
			}
		}
		if (!this.#rest.startsWith("<")) throw start.includes("@") ? local : new MailFault("missing '@' or angle-addr");
		return !1;
	}
	#try(read) {
		try {
			read();
			return null;
		} catch (error) {
			if (error instanceof MailFault) return error;
			throw error;
		}
	}
	#angle() {
		if (!this.#take("<")) throw new MailFault("no angle-addr");
		this.#local();
		if (!this.#take("@")) throw new MailFault("no at in angle-addr");
		this.#domain();
		if (!this.#take(">")) throw new MailFault("unclosed angle-addr");
	}
	#local() {
		this.#space();
		if (this.#rest === "") throw new MailFault("no addr-spec");
		this.#rest.startsWith("\"") ? this.#quoted() : this.#atoms();
	}
	#domain() {
		this.#space();
		if (this.#rest === "") throw new MailFault("no domain in addr-spec");
		if (this.#rest.startsWith("[")) {
			let literal = /^\[[^\][\\]*\]/.exec(this.#rest)?.[0];
			if (literal === void 0) throw new MailFault("unclosed domain-literal");
			this.#rest = this.#rest.slice(literal.length);
		} else this.#atoms();
	}
	#atoms() {
		for (;;) {
			let atom = ATOM.exec(this.#rest)?.[0];
			if (atom === void 0) throw new MailFault("invalid string");
			this.#rest = this.#rest.slice(atom.length);
			if (!this.#rest.startsWith(".")) return;
			this.#rest = this.#rest.slice(1);
			if (this.#rest.startsWith(".")) throw new MailFault("double dot in atom");
			if (!ATOM.test(this.#rest)) throw new MailFault("trailing dot in atom");
		}
	}
	#quoted() {
		let quoted = /^"(?:[^"\\]|\\.)*"/s.exec(this.#rest)?.[0];
		if (quoted === void 0) throw new MailFault("unclosed quoted-string");
		this.#rest = this.#rest.slice(quoted.length);
	}
	#take(character) {
		this.#space();
		if (!this.#rest.startsWith(character)) return !1;
		this.#rest = this.#rest.slice(1);
		return !0;
	}
	#space() {
		this.#rest = this.#rest.replace(/^[ \t]+/, "");
		let comment = /^\((?:[^()\\]|\\.)*\)/.exec(this.#rest)?.[0];
		if (comment !== void 0) {
			this.#rest = this.#rest.slice(comment.length);
			this.#space();
		}
	}
};
// packages/bundle/validate/operator-sdk/operator-hub.ts
const CAPABILITIES = [
	"Basic Install",
	"Seamless Upgrades",
	"Full Lifecycle",
	"Deep Insights",
	"Auto Pilot"
];
const ICON_TYPES = [
	"image/gif",
	"image/jpeg",
	"image/png",
	"image/svg+xml"
];
function checkOperatorHub({ csv: { file, value } }, sdk, findings) {
	let spec = member(value, "spec");
	let say = (path, severity, rule, message, advice) => findings.at(file, path, {
		severity,
		rule,
		message,
		advice
	});
	let wrong = (path, rule, message, advice) => say(path, "error", rule, message, advice);
	let provider = textAt(spec, "provider", "name");
	(sdk === "v1.27.0" ? provider : provider.trim()) === "" && wrong([
		"spec",
		"provider",
		"name"
	], "hub-provider", "csv.Spec.Provider.Name not specified", "Name who provides the operator.");
	for (let [index, maintainer] of listMember(spec, "maintainers").entries()) {
		let at = [
			"spec",
			"maintainers",
			index
		];
		let email = textAt(maintainer, "email");
		(textAt(maintainer, "name") === "" || email === "") && wrong(at, "hub-maintainers", "csv.Spec.Maintainers elements should contain both name and email", "Give both, or remove the entry.");
		let fault = email === "" ? null : mailFault(email);
		fault !== null && wrong([...at, "email"], "hub-maintainers", `csv.Spec.Maintainers email ${email} is invalid: ${fault}`, "Write an address such as “team@example.com”.");
	}
	for (let [index, link] of listMember(spec, "links").entries()) {
		let at = [
			"spec",
			"links",
			index
		];
		let url = textAt(link, "url");
		(textAt(link, "name") === "" || url === "") && wrong(at, "hub-links", "csv.Spec.Links elements should contain both name and url", "Give both, or remove the entry.");
		let fault = url === "" ? null : requestUriFault(url);
		fault !== null && wrong([...at, "url"], "hub-links", `csv.Spec.Links url ${url} is invalid: ${fault}`, "Write the whole address, with https://.");
	}
	let version = readTolerant(textAt(spec, "version"));
	(version === null || version.major === 0n && version.minor === 0n && version.patch === 0n && version.prerelease.length === 0) && wrong(["spec", "version"], "hub-version", "csv.Spec.Version must be set", "Write the version that the name ends with.");
	checkIcon(member(spec, "icon") ?? null, say);
	let readMinimum = sdk === "v1.27.0" ? readTolerant : void 0;
	checkMinKubeVersion(textAt(spec, "minKubeVersion"), say, readMinimum);
	checkAnnotations$1(value, sdk, wrong);
}
function checkIcon(icon, say) {
	let advice = "Give one icon with “base64data” and “mediatype”.";
	if (icon === null || !isList(icon)) {
		say(["spec", "icon"], "warning", "hub-icon", "csv.Spec.Icon not specified", advice);
		return;
	}
	icon.length !== 1 && say(["spec", "icon"], "error", "hub-icon", "csv.Spec.Icon should only have one element", advice);
	let [first] = icon;
	let [data, type] = [textAt(first, "base64data"), textAt(first, "mediatype")];
	if (first === void 0) return;
	(data === "" || type === "") && say([
		"spec",
		"icon",
		0
	], "error", "hub-icon", "csv.Spec.Icon elements should contain both data and mediatype", advice);
	type !== "" && !ICON_TYPES.includes(type) && say([
		"spec",
		"icon",
		0,
		"mediatype"
	], "error", "hub-icon", `csv.Spec.Icon ${type} does not have a valid mediatype`, `Use one of ${ICON_TYPES.join(", ")}.`);
}
function checkAnnotations$1(csv, sdk, wrong) {
	let annotations = valueAt(csv, "metadata", "annotations");
	if (!isObject(annotations)) return;
	let quote = (text) => sdk === "v1.27.0" ? text : JSON.stringify(text);
	let at = ["metadata", "annotations"];
	if (Object.hasOwn(annotations, "capabilities")) {
		let capability = textOf$1(annotations.capabilities ?? void 0) ?? "";
		CAPABILITIES.includes(capability) || wrong([...at, "capabilities"], "hub-capabilities", `csv.Metadata.Annotations.Capabilities ${quote(capability)} is not a valid capabilities level`, `Use one of: ${CAPABILITIES.join(", ")}.`);
	}
	if (!Object.hasOwn(annotations, "categories")) return;
	let known = CATEGORIES[sdk];
	for (let category of (textOf$1(annotations.categories ?? void 0) ?? "").split(",")) {
		if (known.has(category.trim())) continue;
		wrong([...at, "categories"], "hub-categories", `csv.Metadata.Annotations["categories"] value ${quote(category)} is not in the set of ${sdk === "v1.27.0" ? "default" : "standard"} categories`, `Use these, separated by commas: ${[...known].join(", ")}.`);
	}
}
// packages/bundle/validate/catalog/required-fields.ts
const CATALOG_CATEGORIES = new Set([...CATEGORIES["v1.27.0"], "Drivers and plugins"]);
const FIELDS = [
	annotation("capabilities", (value) => CAPABILITIES.includes(asText(value)), `one of ${CAPABILITIES.join(", ")}`),
	annotation("categories", (value) => asText(value).split(",").every((one) => CATALOG_CATEGORIES.has(one.trim())), `a list of ${[...CATALOG_CATEGORIES].join(", ")}`),
	annotation("containerImage", (value) => /^(?:[^/]+\/)+[^/:]+:.+/.test(asText(value)), "an image with its registry and a tag or digest"),
	annotation("createdAt", (value) => isTimestamp(asText(value)), "a time such as 2026-08-22T10:00:00Z"),
	annotation("repository", (value) => /^https?:\/\/.+/.test(asText(value)), "the address of the source repository"),
	annotation("support", (value) => asText(value).length >= 3, "who supports it, with at least 3 characters"),
	annotation("description", (value) => asText(value).length >= 10, "a sentence, with at least 10 characters"),
	field("displayName", (value) => /^.{3,50}/.test(asText(value)), "3 to 50 characters"),
	field("description", (value) => asText(value).length >= 20, "at least 20 characters"),
	field("icon", isIcon, "a list with “base64data” and “mediatype” of an image"),
	field("version", (value) => typeof value == "string" && readSemVer(value) !== null, "MAJOR.MINOR.PATCH"),
	field("maintainers", (value) => isListOf(value, ["name", "email"]), "a list with “name” and “email”"),
	{
		...field("provider", (value) => /^.{3,}/.test(asText(value)), "at least 3 characters"),
		path: [
			"spec",
			"provider",
			"name"
		]
	},
	field("links", (value) => isListOf(value, ["name", "url"]), "a list with “name” and “url”"),
	{
		...field("keywords", (value) => isList(value) && value.length > 0 && value.every((word) => typeof word == "string"), "a list of words"),
		severity: "warning"
	}
];
function checkRequiredFields(csv, findings) {
	for (let { path, isValid, severity, expected } of FIELDS) {
		let value = path.reduce(member, csv.value) ?? null;
		if (value !== null && isValid(value)) continue;
		let name = path.join(".");
		findings.at(csv, path, {
			severity,
			rule: "check-required-fields",
			message: value === null ? `CSV does not define ${name}` : `CSV contains an invalid value for ${name}`,
			advice: `Expected: ${expected}. Write it into the base CSV (config/manifests/bases).`
		});
	}
}
function annotation(name, isValid, expected) {
	return {
		path: [
			"metadata",
			"annotations",
			name
		],
		isValid,
		severity: "warning",
		expected
	};
}
function field(name, isValid, expected) {
	return {
		path: ["spec", name],
		isValid,
		severity: "error",
		expected
	};
}
function asText(value) {
	return textOf$1(value) ?? "";
}
function isListOf(value, fields) {
	return isList(value) && value.length > 0 && value.every((item) => isObject(item) && fields.every((name) => typeof member(item, name) == "string"));
}
function isIcon(value) {
	if (!isListOf(value, ["base64data", "mediatype"])) return !1;
	return value.every((icon) => {
		let data = asText(member(icon, "base64data") ?? null).replaceAll(/\s/g, "");
		return isBase64(data) && data.length >= 4 && ICON_TYPES.includes(asText(member(icon, "mediatype") ?? null));
	});
}
function isBase64(data) {
	let padding = /={0,2}$/.exec(data)?.[0].length ?? 0;
	return data.length % 4 == 0 && !/[^A-Za-z0-9+/]/.test(data.slice(0, data.length - padding));
}
function isTimestamp(text) {
	let [, date, time] = /^(\d{4}-?W\d{2}(?:-?\d)?|\d{4}-?\d{3}|\d{4}(?:-?\d{2}(?:-?\d{2})?)?)(?:[^\d](.+))?$/.exec(text) ?? [];
	if (date === void 0) return !1;
	let [, year = "", month = "01", day = "01"] = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?$/.exec(date) ?? [];
	if (year !== "") {
		let days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
		if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days) return !1;
	}
	if (time === void 0) return !0;
	let [, hour = "", minute = "0", second = "0"] = /^(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?(?:[Zz]|[+-]\d{2}(?::?\d{2})?)?$/.exec(time) ?? [];
	if (hour === "") return !1;
	return Number(hour) === 24 && Number(minute) === 0 && Number(second) === 0 || Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}
// packages/bundle/validate/catalog/yaml-lint.ts
function checkYamlLint(directory, findings) {
	for (let path of directory.paths.filter((one) => /\.ya?ml$/.test(one))) {
		let file = directory.file(path);
		if (file === null || file.problem !== null) continue;
		let text = file.bytes.toString("utf8");
		let say = (line, message) => {
			if (findings.all.some((finding) => finding.file === file.path && finding.message === message)) return;
			findings.all.push({
				severity: "error",
				rule: "catalog/yaml-lint",
				message,
				advice: "yamllint stops the pipeline at it.",
				file: file.path,
				line
			});
		};
		let lines = text.split("\n");
		let lineOf = (test) => lines.findIndex(test) + 1;
		text.includes("\r\n") && say(lineOf((line) => line.endsWith("\r")), "wrong new line character: expected \\n (new-lines)");
		let trailing = lineOf((line) => /[ \t]\r?$/.test(line));
		trailing > 0 && say(trailing, "trailing spaces (trailing-spaces)");
		text !== "" && !text.endsWith("\n") && say(lines.length, "no new line character at the end of file (new-line-at-end-of-file)");
		/\n(?:\r?\n)$/.test(text) && say(lines.length - 1, "too many blank lines at the end (empty-lines)");
		let blanks = /(?:\n\r?){4,}/.exec(text);
		blanks !== null && say(text.slice(0, blanks.index).split("\n").length + 1, "too many blank lines (empty-lines)");
		if (readBlockYaml(text, GO_YAML) !== void 0) continue;
		for (let { errors } of parseAllDocuments(text, {
			prettyErrors: !1,
			logLevel: "silent",
			version: "1.1"
		})) {
			let twice = errors.find(({ code }) => code === "DUPLICATE_KEY");
			twice !== void 0 && say(text.slice(0, twice.pos[0]).split("\n").length, "duplication of key in mapping (key-duplicates)");
		}
	}
}
// packages/bundle/validate/catalog/validate.ts
const RELEASE_CONFIG = /^release-config\.ya?ml$/;
function readSubmission(directory, version) {
	let name = directory.list("manifests").files.find((file) => /\.clusterserviceversion\.ya?ml$/.test(file));
	let csv = name === void 0 ? null : directory.file(`manifests/${name}`);
	if (csv === null || csv.problem !== null) return null;
	let annotations = directory.file("metadata/annotations.yaml") ?? directory.file("metadata/annotations.yml");
	return {
		directory,
		csv,
		annotations,
		bundle: describeBundle(version, csv.value, annotations?.value)
	};
}
function catalogFindings(directory, submission, catalog) {
	let [findings, extra] = [new Findings("catalog"), new Findings("extra")];
	checkYamlLint(directory, findings);
	let fileBased = catalog !== null && catalogMode(catalog.ci).fileBased;
	catalog !== null && checkCi(catalog.ci ?? {}, sayAbout(`operators/${catalog.operator}/ci.yaml`, findings, extra));
	if (submission === null) {
		findings.about(directory.called("manifests"), {
			severity: "error",
			rule: "check-operator-name",
			message: "The pipeline finds no CSV: none of the files is called NAME.clusterserviceversion.yaml, or it cannot be read.",
			advice: "Call the file of the CSV so; every further check of the catalog needs it."
		});
		return {
			catalog: findings.all,
			extra: extra.all
		};
	}
	checkRequiredFields(submission.csv, findings);
	checkNetworkPolicies(directory, findings);
	checkRelease(submission, catalog, findings, extra);
	fileBased || checkApiVersions(submission, findings);
	catalog !== null && checkAgainst(submission, catalog, fileBased, findings);
	return {
		catalog: findings.all,
		extra: extra.all
	};
}
function sayAbout(file, findings, extra) {
	return (path, rule, message, advice, severity = "error") => {
		let to = rule.startsWith("extra:") ? extra : findings;
		let verdict = {
			severity,
			rule: rule.replace(/^extra:/, ""),
			message,
			advice
		};
		typeof file == "string" ? to.about(file, verdict) : to.at(file, path, verdict);
	};
}
function checkNetworkPolicies(directory, findings) {
	for (let name of directory.list("manifests").files.filter((file) => /\.ya?ml$/.test(file))) {
		let file = directory.file(`manifests/${name}`);
		if (file !== null && (file.problem !== null || file.furtherDocuments.length > 0)) {
			findings.about(file.path, {
				severity: "error",
				rule: "check-network-policy-presence",
				message: `${name} ${file.problem === null ? "contains multiple yaml documents" : "is not a valid yaml document"}.`,
				advice: "The check reads every manifest and ends at this one. Put one object into each file."
			});
			continue;
		}
		if (file === null || textAt(file.value, "kind") !== "NetworkPolicy") continue;
		if (!textAt(file.value, "apiVersion").startsWith("networking.k8s.io/")) continue;
		findings.at(file, ["kind"], {
			severity: "error",
			rule: "check-network-policy-presence",
			message: `Bundle contains a NetworkPolicy in ${name}. Network policies are not a supported resource that Operator Lifecycle Manager(OLM) can install and manage.`,
			advice: "Leave it out of the bundle; the operator may create it."
		});
	}
}
function checkRelease({ directory }, catalog, findings, extra) {
	let name = directory.list(".").files.find((file) => RELEASE_CONFIG.test(file));
	let file = name === void 0 ? null : directory.file(name);
	if (file === null) return;
	checkReleaseConfig(file.value, catalog?.ci ?? null, sayAbout(file, findings, extra));
}
function checkApiVersions({ csv, annotations, bundle }, findings) {
	let { minKubeVersion, openshiftVersions } = bundle;
	if (minKubeVersion === null || minKubeVersion === "") return;
	let rule = "check-api-version-constraints";
	let minimum = readShort(minKubeVersion);
	let atMinimum = ["spec", "minKubeVersion"];
	if (minimum === null) {
		findings.at(csv, atMinimum, {
			severity: "error",
			rule,
			message: `Invalid minKubeVersion: ${minKubeVersion} is not valid SemVer string`,
			advice: "Write three numbers, for example “1.25.0”."
		});
		return;
	}
	let told = `${minimum.major}.${minimum.minor}.${minimum.patch}`;
	let at = ["annotations", "com.redhat.openshift.versions"];
	let say = (severity, message, advice) => annotations === null ? findings.at(csv, atMinimum, {
		severity,
		rule,
		message,
		advice
	}) : findings.at(annotations, at, {
		severity,
		rule,
		message,
		advice
	});
	if (openshiftVersions === null || openshiftVersions === "") {
		say("error", `minKubeVersion is set to ${told} but com.redhat.openshift.versions is not set`, "Add the annotation with the OpenShift releases that bring this Kubernetes, for example “v4.14” for 1.27.");
		return;
	}
	let range = parseOpenShiftRange(openshiftVersions);
	if (range === null) {
		say("error", `Invalid com.redhat.openshift.versions: ${openshiftVersions}`, "Write “v4.12” (and newer), “v4.12-v4.16” or “=v4.12”.");
		return;
	}
	range.isList && say("warning", "Comma separated list of versions in com.redhat.openshift.versions is only supported for v4.5 and v4.6", "Write a range: “v4.12-v4.16”.");
	let conflicting = releasesBelow(range, minimum);
	conflicting.length > 0 && say("error", `OCP version(s) ${conflicting.join(",")} conflict with minKubeVersion=${told}`, "Raise the lowest OpenShift release, or lower minKubeVersion.");
}
function checkAgainst(submission, catalog, fileBased, findings) {
	let { csv, bundle, annotations } = submission;
	let others = catalog.bundles.filter(({ directory }) => directory !== bundle.directory);
	let all = [...others, bundle];
	for (let { severity, message } of nameFaults(bundle, others, catalog.operator)) {
		let [file, path] = message.includes("annotations.yaml") && annotations !== null ? [annotations, ["annotations", "operators.operatorframework.io.bundle.package.v1"]] : [csv, ["metadata", "name"]];
		findings.at(file, path, {
			severity,
			rule: "check-operator-name",
			message,
			advice: `Call the operator “${catalog.operator}” everywhere.`
		});
	}
	bundle.version !== bundle.directory && findings.at(csv, ["spec", "version"], {
		severity: "error",
		rule: "check-operator-version-directory-name",
		message: `Bundle directory name '${catalog.operator}/${bundle.directory}' does not match the expected operator CSV version '${bundle.version}'.`,
		advice: "The directory in the catalog is called as “spec.version” says."
	});
	if (fileBased) return;
	checkUnique(all, csv, findings);
	checkMode(catalog, findings);
	checkReplaces(submission, all, findings);
	checkGraph(submission, all, catalog, findings);
	findings.about(null, {
		severity: "warning",
		rule: "check-using-fbc",
		message: "File Based Catalog (FBC) is a new way to manage operator metadata. This operator does not use FBC.",
		advice: "Consider migrating: https://redhat-openshift-ecosystem.github.io/operator-pipelines/users/fbc_onboarding/"
	});
}
function checkUnique(all, csv, findings) {
	let names = new Set(all.flatMap(({ name }) => splitName(name)?.operator ?? []));
	if (names.size < 2) return;
	findings.at(csv, ["metadata", "name"], {
		severity: "error",
		rule: "check-operator-name-unique",
		message: `Bundles use multiple operator names: {${[...names].map((name) => `'${name}'`).join(", ")}}`,
		advice: "All CSVs of an operator begin with the same name."
	});
}
function checkMode(catalog, findings) {
	let { unknown } = catalogMode(catalog.ci);
	let file = `operators/${catalog.operator}/ci.yaml`;
	let updateGraph = field$1(catalog.ci, "updateGraph");
	updateGraph == null || updateGraph === "" ? findings.about(file, {
		severity: "warning",
		rule: "check-ci-upgrade-graph",
		message: "The 'updateGraph' option is missing in ci.yaml. The default upgrade graph 'replaces-mode' will be used.",
		advice: "Write “updateGraph: replaces-mode” into it; the Kubernetes catalog reads its absence as semver-mode."
	}) : unknown !== null && findings.about(file, {
		severity: "error",
		rule: "check-ci-upgrade-graph",
		message: "The 'updateGraph' option in ci.yaml must be one of ['replaces-mode', 'semver-mode']",
		advice: `It is “${unknown}”.`
	});
}
function checkReplaces({ csv, bundle }, all, findings) {
	let { replaces } = bundle;
	if (replaces === null || replaces === "") return;
	let say = (message, advice) => findings.at(csv, ["spec", "replaces"], {
		severity: "error",
		rule: "check-replaces-availability",
		message,
		advice
	});
	let delimiter = replaces.includes(".v") ? ".v" : ".";
	if (!replaces.includes(delimiter)) {
		say(`The pipeline cannot read '${replaces}': it has no version after a dot.`, "Write the whole name of a CSV, for example “codeflare-operator.v1.16.0”.");
		return;
	}
	let version = replaces.slice(replaces.indexOf(delimiter) + delimiter.length);
	if (version === versionInName(bundle)) {
		say(`${bundle.name} attempts to replace itself.`, "Set 'spec.replaces' to the version before this one; “replaces: auto” finds it.");
		return;
	}
	let replaced = all.findLast((other) => versionInName(other) === version);
	if (replaced === void 0) {
		let available = all.map(versionInName).sort().map((one) => `'${one}'`);
		say(`${bundle.name} attempts to replace version '${version}' which does not exist in the submitted PR branch. Available versions: [${available.join(", ")}].`, "Replace a published version; “replaces: auto” finds the right one.");
		return;
	}
	let [own, its] = [supported(bundle.openshiftVersions), supported(replaced.openshiftVersions)];
	if (bundle.openshiftVersions === replaced.openshiftVersions || own === null || its === null) {
		if (own !== null && its !== null) return;
		if (bundle.openshiftVersions === replaced.openshiftVersions) return;
		say(`The OpenShift releases of ${bundle.name} or of ${replaced.name} cannot be read: “${bundle.openshiftVersions ?? ""}”, “${replaced.openshiftVersions ?? ""}”.`, "Write “v4.12”, “v4.12-v4.16” or “=v4.12”.");
		return;
	}
	let missing = own.filter((release) => !its.includes(release));
	if (missing.length === 0) return;
	say(`Replaces bundle ${replaced.name} [${its.join(", ")}] does not support the same OCP versions as bundle ${bundle.name} [${own.join(", ")}].`, `On OpenShift ${missing.join(", ")} there is nothing to replace. Align “com.redhat.openshift.versions” in metadata/annotations.yaml: here “${bundle.openshiftVersions ?? "all"}”, there “${replaced.openshiftVersions ?? "all"}”.`);
}
function supported(selector) {
	if (selector === null || selector === "") return [...SUPPORTED_OPENSHIFT];
	let range = parseOpenShiftRange(selector);
	return range === null ? null : SUPPORTED_OPENSHIFT.filter((release) => range.holds(release));
}
function checkGraph({ csv, bundle }, all, catalog, findings) {
	let { mode, unknown } = catalogMode(catalog.ci);
	let at = ["spec", "replaces"];
	let unreadable = (rule, message) => findings.at(csv, at, {
		severity: "error",
		rule,
		message,
		advice: "The catalog cannot compute the update graph and refuses every bundle of the operator until this is mended."
	});
	if (unknown !== null) {
		for (let rule of ["check-upgrade-graph-loop", "check-dangling-bundles"]) unreadable(rule, `Operator(${catalog.operator}): unsupported updateGraph value: ${unknown}`);
		return;
	}
	for (let channel of channelsOf(all)) try {
		let edge = findCycle(channelGraph(channel, all, mode));
		if (edge === null) continue;
		findings.at(csv, at, {
			severity: "error",
			rule: "check-upgrade-graph-loop",
			message: `Upgrade graph loop detected: ${edge.from.name} -> ${edge.to.name} in channel ${channel}`,
			advice: "An update must lead to another version; look at “replaces”, “skips” and “olm.skipRange” of the two."
		});
	} catch (error) {
		if (!(error instanceof GraphUnreadable)) throw error;
		unreadable("check-upgrade-graph-loop", error.message);
		break;
	}
	for (let channel of channelsOf([bundle])) try {
		let { dangling, head } = channelGraph(channel, all, mode);
		if (dangling.length === 0) continue;
		findings.at(csv, at, {
			severity: "error",
			rule: "check-dangling-bundles",
			message: `Channel ${channel} has dangling bundles: ${dangling.map(({ name }) => name).join(", ")}`,
			advice: dangling.some(({ name }) => name === bundle.name) ? `It is below the head ${head?.name ?? ""} and nothing updates it: publish it to a channel of its own, or above the head.` : "Who has installed one of them is never updated. Replace or skip them; “replaces: auto” does."
		});
	} catch (error) {
		if (!(error instanceof GraphUnreadable)) throw error;
		unreadable("check-dangling-bundles", error.message);
		break;
	}
}
// packages/bundle/graph/channel-name.ts
function channelNameFault(name) {
	if (name === "") return "it is empty";
	if (/[^A-Za-z0-9._-]/.test(name)) return "it may hold letters, digits, “.”, “-” and “_” only";
	if (name.length > 253) return "it has more than 253 characters";
	return /^[A-Za-z0-9](?:.*[A-Za-z0-9])?$/.test(name) ? null : "it begins and ends with a letter or a digit";
}
// packages/bundle/validate/extra/bundle-holes.ts
const RBAC = new Set([
	"Role",
	"RoleBinding",
	"ClusterRole",
	"ClusterRoleBinding"
]);
const IMAGE = /^(?:(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::[0-9]+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*:[0-9a-fA-F]{32,})?$/;
function checkBundleHoles(directory, findings) {
	checkLayout(directory, findings);
	let files = directory.list("manifests").files.flatMap((name) => directory.file(`manifests/${name}`) ?? []);
	for (let file of files) checkManifest(file, findings);
	let csv = files.find((file) => textAt(file.value, "kind") === "ClusterServiceVersion");
	let annotations = directory.file("metadata/annotations.yaml");
	annotations !== null && checkChannels(annotations, findings);
	csv !== void 0 && checkCsv(csv, findings);
}
function checkLayout(directory, findings) {
	let nested = directory.paths.find((path) => /(?:^|\/)bundle\/(?:manifests|metadata)\//.test(path));
	if (nested === void 0) return;
	findings.about(directory.called(nested.slice(0, nested.indexOf("bundle/") + 6)), {
		severity: "error",
		rule: "nested-bundle",
		message: "manifests/ and metadata/ are in a directory “bundle” within the bundle; the pipeline does not see them, and checks nothing.",
		advice: "Put them one directory up. Copying a directory into one that exists makes this of it."
	});
}
function checkManifest(file, findings) {
	let [further] = file.furtherDocuments;
	further !== void 0 && findings.about(file.path, {
		severity: "error",
		rule: "second-document",
		message: `The file holds a second document (line ${further}); operator-sdk and OLM look at the first one only.`,
		advice: "Put each object into a file of its own."
	});
	let [kind, name] = [textAt(file.value, "kind"), textAt(file.value, "metadata", "name")];
	if (kind === "" || name === "" || kind === "ClusterServiceVersion" || kind === "CustomResourceDefinition") {
		kind === "CustomResourceDefinition" && checkSchemas(file, findings);
		return;
	}
	let fault = RBAC.has(kind) ? /[/%]|^\.{1,2}$/.test(name) ? "it may not hold “/” or “%”" : void 0 : dnsSubdomainFaults(name)[0];
	fault !== void 0 && findings.at(file, ["metadata", "name"], {
		severity: "error",
		rule: "object-name",
		message: `${kind} “${name}”: ${fault}`,
		advice: "A cluster refuses the name, and with it the whole installation."
	});
}
function checkSchemas(file, findings) {
	if (textAt(file.value, "apiVersion") !== "apiextensions.k8s.io/v1") return;
	for (let [index, version] of listMember(member(file.value, "spec"), "versions").entries()) {
		if (isObject(valueAt(version, "schema", "openAPIV3Schema"))) continue;
		findings.at(file, [
			"spec",
			"versions",
			index
		], {
			severity: "error",
			rule: "crd-schema-missing",
			message: `Version ${textAt(version, "name")} of ${textAt(file.value, "metadata", "name")} has no schema.`,
			advice: "A cluster refuses the definition: schemas are required."
		});
	}
}
function checkChannels(annotations, findings) {
	let { channels, defaultChannel } = describeBundle("", null, annotations.value);
	let at = ["annotations", LABEL.channels];
	for (let channel of channels) {
		let fault = channelNameFault(channel);
		fault !== null && findings.at(annotations, at, {
			severity: "error",
			rule: "channel-name",
			message: `“${channel}” is no name of a channel: ${fault}.`,
			advice: "List names such as “alpha” or “stable-1.16”, separated by commas."
		});
	}
	let unusual = channels.filter((channel) => channel !== "" && !/^(?:candidate|fast|stable)/.test(channel));
	unusual.length > 0 && findings.at(annotations, at, {
		severity: "info",
		rule: "channel-convention",
		message: `Channel names are recommended to begin with “candidate”, “fast” or “stable”: ${unusual.join(", ")}.`,
		advice: "See https://olm.operatorframework.io/docs/best-practices/channel-naming/; renaming a channel strands its users."
	});
	if (defaultChannel === null || defaultChannel === "" || channels.includes(defaultChannel)) return;
	findings.at(annotations, ["annotations", LABEL.defaultChannel], {
		severity: "warning",
		rule: "default-channel-elsewhere",
		message: `The default channel “${defaultChannel}” is none of the channels of this bundle: ${channels.join(", ")}.`,
		advice: "Who installs the operator without naming a channel does not get this version. Name one of its channels."
	});
}
function checkCsv(file, findings) {
	let csv = file.value;
	let spec = member(csv, "spec");
	let say = (path, severity, rule, message, advice) => findings.at(file, path, {
		severity,
		rule,
		message,
		advice
	});
	let modes = listMember(spec, "installModes").map((mode) => textAt(mode, "type"));
	for (let [index, type] of modes.entries()) modes.indexOf(type) < index && say([
		"spec",
		"installModes",
		index
	], "error", "install-mode-duplicate", `Install mode ${type} is there twice.`, "Keep one of the entries; which one counts is not defined.");
	let [name, version, replaces] = [
		textAt(csv, "metadata", "name"),
		textAt(spec, "version"),
		textAt(spec, "replaces")
	];
	version !== "" && readSemVer(version) === null ? say(["spec", "version"], "error", "version-not-semver", `“${version}” is not MAJOR.MINOR.PATCH.`, "Write all three numbers; the catalog compares the text with the name of the directory.") : version !== "" && splitName(name)?.version !== version && say(["metadata", "name"], "error", "version-in-name", `The name “${name}” does not end with the version ${version}.`, `The update graph goes by the name: call it “${splitName(name)?.operator ?? "OPERATOR"}.v${version}”.`);
	replaces !== "" && replaces === name && say(["spec", "replaces"], "error", "replaces-itself", `${name} replaces itself.`, "Name the version before it, or leave the field out.");
	isList(member(valueAt(spec, "install", "spec"), "deployments")) && listMember(valueAt(spec, "install", "spec"), "deployments").length === 0 && say([
		"spec",
		"install",
		"spec",
		"deployments"
	], "warning", "deployments-empty", "The bundle installs no Deployment.", "Is it missing from the rendered manifests?");
	for (let [index, link] of listMember(spec, "links").entries()) {
		let url = textAt(link, "url");
		if (url === "" || URL.canParse(url) && /^https?:\/\//i.test(url)) continue;
		say([
			"spec",
			"links",
			index,
			"url"
		], "warning", "link-not-web", `“${url}” leads nowhere from OperatorHub.`, "Write the whole address, with https://.");
	}
	/^.{51}/su.test(textAt(spec, "displayName")) && say(["spec", "displayName"], "warning", "display-name-long", "The display name has more than 50 characters.", "OperatorHub cuts it off.");
	checkImages(file, say);
}
function checkImages(file, say) {
	let spec = member(file.value, "spec");
	for (let [index, related] of listMember(spec, "relatedImages").entries()) {
		let image = textOf$1(member(related, "image")) ?? "";
		if (image === "" || IMAGE.test(image)) {
			if (image !== "") continue;
			say([
				"spec",
				"relatedImages",
				index
			], "error", "related-image", "The image is empty.", "Newer validators refuse it; give the image or remove the entry.");
		} else say([
			"spec",
			"relatedImages",
			index,
			"image"
		], "error", "related-image", `“${image}” is no reference of an image.`, "Newer validators refuse it; write REGISTRY/REPOSITORY@sha256:….");
	}
	let mutable = listMember(valueAt(spec, "install", "spec"), "deployments").flatMap((deployment, index) => ["containers", "initContainers"].flatMap((list) => listMember(valueAt(deployment, "spec", "template", "spec"), list).flatMap((container, position) => {
		let image = textAt(container, "image");
		let path = [
			"spec",
			"install",
			"spec",
			"deployments",
			index,
			"spec",
			"template",
			"spec",
			list,
			position,
			"image"
		];
		return image === "" || image.includes("@") ? [] : [{
			image,
			path
		}];
	})));
	let [first] = mutable;
	if (first === void 0) return;
	let images = [...new Set(mutable.map(({ image }) => image))];
	say(first.path, "warning", "image-not-pinned", `The bundle installs images by tags that may move: ${images.join(", ")}.`, "Pin them by digest (“use-image-digests: true” of gen-bundle).");
}
// packages/bundle/graph/olm-range.ts
const COMPARATORS = {
	"": (order) => order === 0,
	"=": (order) => order === 0,
	"==": (order) => order === 0,
	"!": (order) => order !== 0,
	"!=": (order) => order !== 0,
	">": (order) => order > 0,
	">=": (order) => order >= 0,
	"<": (order) => order < 0,
	"<=": (order) => order <= 0
};
function parseOlmRange(text) {
	let alternatives = [];
	for (let alternative of splitAlternatives(splitComparisons(text)) ?? [[]]) {
		let comparisons = alternative.flatMap(expandWildcard).map(readComparison);
		if (comparisons.length === 0 || comparisons.includes(null)) return null;
		alternatives.push((version) => comparisons.every((matches) => matches?.(version)));
	}
	return (version) => alternatives.some((matches) => matches(version));
}
function splitComparisons(text) {
	return text.replaceAll(/(?<=[<>=]) +/g, "").split(" ").filter((part) => part.length > 1);
}
function splitAlternatives(parts) {
	let alternatives = [[]];
	for (let part of parts) part === "||" ? alternatives.push([]) : alternatives.at(-1)?.push(part);
	return alternatives.some((alternative) => alternative.length === 0) ? null : alternatives;
}
function expandWildcard(part) {
	let [, operator, version] = /^([^0-9]*)([0-9].*)$/s.exec(part) ?? [];
	if (!part.includes("x") || operator === void 0 || version === void 0) return [part];
	let from = flatten(version);
	let to = raise(version, from);
	switch (operator) {
		case ">": return [`>=${to}`];
		case ">=": return [`>=${from}`];
		case "<": return [`<${from}`];
		case "<=": return [`<${to}`];
		case "":
		case "=":
		case "==": return [`>=${from}`, `<${to}`];
		case "!":
		case "!=": return [`<${from}`, `>=${to}`];
		default: return [from];
	}
}
function flatten(version) {
	let flat = version.replace(".x.x", ".x").replace(".x", ".0");
	return flat.split(".").length === 2 ? `${flat}.0` : flat;
}
function raise(version, flat) {
	let parts = version.split(".");
	let index = parts.at(-1) === "x" ? parts.length === 3 ? 1 : parts.length === 2 ? 0 : void 0 : void 0;
	let raised = flat.split(".");
	let number = index === void 0 ? void 0 : raised[index];
	if (index === void 0 || number === void 0 || !/^[0-9]+$/.test(number)) return "";
	raised[index] = `${BigInt(number) + 1n}`;
	return raised.join(".");
}
function readComparison(part) {
	let [, operator = "", version = ""] = /^([^0-9]*)(.*)$/s.exec(part) ?? [];
	let matches = COMPARATORS[operator];
	let target = readSemVer(version);
	return matches === void 0 || target === null ? null : (found) => matches(compareSemVer(found, target));
}
// packages/bundle/graph/olm-channel.ts
function olmChannel(channel, all) {
	let bundles = bundlesOf(channel, all);
	let gone = new Set(bundles.flatMap(({ replaces, skips }) => [...replaces === null ? [] : [replaces], ...skips]));
	let head = bundles.at(-1);
	let reached = new Set(head === void 0 ? [] : [head]);
	for (let to of reached) {
		let range = to.skipRange === null ? null : parseOlmRange(to.skipRange);
		for (let from of bundles) {
			let version = readSemVer(versionInName(from));
			(to.replaces === from.name || to.skips.includes(from.name) || version !== null && range?.(version) === !0) && reached.add(from);
		}
	}
	return {
		channel,
		bundles,
		heads: bundles.filter(({ name }) => !gone.has(name)),
		stranded: bundles.filter((bundle) => !reached.has(bundle))
	};
}
// packages/bundle/validate/extra/graph-holes.ts
const REPLACES = ["spec", "replaces"];
const RANGE = [
	"metadata",
	"annotations",
	"olm.skipRange"
];
function checkGraphHoles(submission, catalog, findings) {
	let { csv, bundle, annotations } = submission;
	let others = catalog.bundles.filter(({ directory }) => directory !== bundle.directory);
	let twin = others.find(({ name }) => name === bundle.name);
	twin !== void 0 && findings.at(csv, ["metadata", "name"], {
		severity: "error",
		rule: "graph-name-taken",
		message: `The directory ${twin.directory} of the catalog has a bundle of this name already.`,
		advice: "Give the CSV the name that goes with its version."
	});
	let operator = splitName(bundle.name)?.operator;
	for (let name of [bundle.replaces, ...bundle.skips]) {
		if (name === null || name === "" || operator === void 0 || splitName(name)?.operator === operator) continue;
		findings.at(csv, REPLACES, {
			severity: "error",
			rule: "graph-other-operator",
			message: `“${name}” is no bundle of ${operator}; the checker compares versions only, OLM compares names.`,
			advice: `Write “${operator}.v…”.`
		});
	}
	checkRange(submission, others, findings);
	annotations !== null && checkDefault(submission, others, findings);
	checkStranded(submission, others, findings);
	if (catalogMode(catalog.ci).mode === "replaces-mode" && !catalogMode(catalog.ci).fileBased) for (let channel of bundle.channels) checkOlm(submission, channel, others, findings);
	for (let version of catalog.unseen) findings.about(`operators/${catalog.operator}/${version}`, {
		severity: "info",
		rule: "nested-bundle",
		message: "The catalog takes this directory for no bundle: it has no manifests/ and metadata/.",
		advice: "It may have been meant as one."
	});
}
function checkRange({ csv, bundle }, others, findings) {
	let { skipRange } = bundle;
	if (skipRange === null) return;
	let [olm, checker] = [parseOlmRange(skipRange), parseCheckerRange(skipRange)];
	if (olm === null) {
		findings.at(csv, RANGE, {
			severity: "error",
			rule: "skip-range-unreadable",
			message: `OLM cannot read the range “${skipRange}”.`,
			advice: "Its dialect has >, >=, <, <=, = and != with three numbers, joined by blanks (and) or “||” (or): “>=1.0.0 <1.17.0”."
		});
		return;
	}
	let read = others.filter((other) => {
		let version = readSemVer(versionInName(other));
		return version !== null && olm(version) !== (checker?.(version) ?? !1);
	});
	read.length > 0 && findings.at(csv, RANGE, {
		severity: "warning",
		rule: "skip-range-dialects",
		message: `OLM and the catalog’s checker read “${skipRange}” differently for ${read.map(({ name }) => name).join(", ")}.`,
		advice: "OLM decides. List candidates under “skips” to have both agree."
	});
	let own = readSemVer(versionInName(bundle));
	own !== null && olm(own) && findings.at(csv, RANGE, {
		severity: "error",
		rule: "skip-range-itself",
		message: `The range “${skipRange}” holds the version itself.`,
		advice: `End it below: “<${versionInName(bundle)}”.`
	});
}
function checkDefault({ annotations, bundle }, others, findings) {
	let { defaultChannel } = bundle;
	if (annotations === null || defaultChannel === null || defaultChannel === "") return;
	if ([bundle, ...others].some(({ channels }) => channels.includes(defaultChannel))) return;
	findings.at(annotations, ["annotations", "operators.operatorframework.io.bundle.channel.default.v1"], {
		severity: "error",
		rule: "default-channel-unknown",
		message: `The default channel “${defaultChannel}” has no bundle at all.`,
		advice: `Nobody could install the operator without naming a channel. Name one of ${bundle.channels.join(", ")}.`
	});
}
function checkStranded({ annotations, csv, bundle }, others, findings) {
	let previous = others.filter((other) => compareBundles(other, bundle) < 0).toSorted(compareBundles).at(-1);
	let left = previous?.channels.filter((channel) => !bundle.channels.includes(channel)) ?? [];
	let isAlone = previous !== void 0 && left.length === previous.channels.length;
	if (previous === void 0 || left.length === 0) return;
	findings.at(annotations ?? csv, annotations === null ? REPLACES : ["annotations", "operators.operatorframework.io.bundle.channels.v1"], {
		severity: "warning",
		rule: "graph-channel-left",
		message: `${previous.name} is in ${left.map((channel) => `“${channel}”`).join(", ")}, and this version is not: who follows ${left.length === 1 ? "that channel" : "those channels"} ${isAlone ? "stays at it until they change the channel by hand" : "is not updated to this version"}.`,
		advice: `Keep publishing there too, or say so in the release notes. The channels of this bundle: ${bundle.channels.join(", ")}.`
	});
}
function checkOlm({ csv, bundle }, channel, others, findings) {
	let { heads, stranded } = olmChannel(channel, [...others, bundle]);
	let before = new Set(olmChannel(channel, others).heads.map(({ name }) => name));
	let added = heads.filter(({ name }) => name === bundle.name || !before.has(name));
	heads.length > 1 && added.some(({ name }) => name === bundle.name) && findings.at(csv, REPLACES, {
		severity: "warning",
		rule: "graph-several-heads",
		message: `Channel “${channel}” has ${heads.length} heads for OLM: ${heads.map(({ name }) => name).join(", ")}. Ranges do not count there.`,
		advice: "opm refuses a channel with several heads. Replace one and name the others under “skips”; “replaces: auto” does."
	});
	let lost = stranded.filter((other) => compareBundles(other, bundle) < 0);
	if (lost.length === 0 || bundle !== olmChannel(channel, [...others, bundle]).bundles.at(-1)) return;
	findings.at(csv, REPLACES, {
		severity: "warning",
		rule: "graph-users-stranded",
		message: `In channel “${channel}” no way leads from ${lost.slice(-5).map(({ name }) => name).join(", ")}${lost.length > 5 ? ` and ${lost.length - 5} older bundles` : ""} to ${bundle.name}.`,
		advice: "Who has installed one of them is not updated. A skipRange such as “>=0.0.0 <VERSION” takes all of them along."
	});
}
// packages/bundle/validate/operator-sdk/contents.ts
const LARGEST = 1048576;
function checkContents(bundle, findings) {
	checkCrds(bundle, findings);
	checkServiceAccounts(bundle, findings);
	checkSize(bundle, findings);
}
function checkCrds({ csv, objects }, findings) {
	let inBundle = new Map();
	for (let object of objects.filter(({ kind }) => kind === "CustomResourceDefinition")) for (let { version, path } of versionsOf(object.value)) {
		let api = apiOf(object.value, version);
		inBundle.has(api) && findings.at(object.file, path, {
			severity: "error",
			rule: "bundle-crds",
			message: `${api}: duplicate CRD "${api}" in bundle "${csv.name}"`,
			advice: `${inBundle.get(api)?.object.file.path ?? "Another file"} defines it as well; remove one of them.`
		});
		inBundle.set(api, {
			object,
			path
		});
	}
	let owned = listMember(valueAt(csv.value, "spec", "customresourcedefinitions"), "owned").map((crd) => {
		let name = textAt(crd, "name");
		let group = name.includes(".") ? name.slice(name.indexOf(".") + 1) : name;
		return {
			group,
			kind: textAt(crd, "kind"),
			api: gvkOf(`${group}/${textAt(crd, "version")}`, textAt(crd, "kind"))
		};
	});
	let missing = new Set(inBundle.keys());
	for (let [index, { api }] of owned.entries()) {
		if (missing.delete(api)) continue;
		findings.at(csv.file, [
			"spec",
			"customresourcedefinitions",
			"owned",
			index
		], {
			severity: "error",
			rule: "bundle-crds",
			message: `${api}: owned CRD "${api}" not found in bundle "${csv.name}"`,
			advice: "Add its definition to the bundle, or remove the entry; generating the bundle again does both."
		});
	}
	let found = new Set(owned.filter(({ api }) => inBundle.has(api)).map(({ group, kind }) => `${group} ${kind}`));
	for (let [api, { object, path }] of inBundle) {
		let key = `${textAt(object.value, "spec", "group")} ${textAt(object.value, "spec", "names", "kind")}`;
		if (found.has(key)) continue;
		findings.at(object.file, path, {
			severity: "error",
			rule: "bundle-crds",
			message: `${api}: CRD "${api}" is present in bundle "${csv.name}" but not defined in CSV`,
			advice: "List it under “spec.customresourcedefinitions.owned” of the CSV, or remove the file."
		});
	}
}
function versionsOf(crd) {
	let spec = member(crd, "spec");
	let versions = listMember(spec, "versions").map((version, index) => ({
		version: textAt(version, "name"),
		path: [
			"spec",
			"versions",
			index
		]
	}));
	let isOld = textAt(crd, "apiVersion") === "apiextensions.k8s.io/v1beta1";
	return versions.length === 0 && isOld ? [{
		version: textAt(spec, "version"),
		path: ["spec", "version"]
	}] : versions;
}
function apiOf(crd, version) {
	return gvkOf(`${textAt(crd, "spec", "group")}/${version}`, textAt(crd, "spec", "names", "kind"));
}
function checkServiceAccounts({ csv, objects }, findings) {
	let deployments = listMember(valueAt(csv.value, "spec", "install", "spec"), "deployments");
	let own = new Set(deployments.map((deployment) => textAt(deployment, "spec", "template", "spec", "serviceAccountName")));
	for (let { file, kind, apiVersion, name } of objects) {
		if (kind !== "ServiceAccount" || apiVersion !== "v1" || !own.has(name)) continue;
		findings.at(file, ["metadata", "name"], {
			severity: "error",
			rule: "bundle-service-account",
			message: `${name}: invalid service account found in bundle. This service account ${name} in your bundle is not valid, because a service account with the same name was already specified in your CSV. If this was unintentional, please remove the service account manifest from your bundle. If it was intentional to specify a separate service account, please rename the SA in either the bundle manifest or the CSV.`,
			advice: "Remove the file: OLM makes the service accounts of the deployments itself."
		});
	}
}
function checkSize({ csv, size, compressedSize, objects }, findings) {
	let [told, limit, whole] = [
		inUnits(compressedSize),
		inUnits(LARGEST),
		inUnits(size)
	];
	let advice = `OLM stores a bundle in one ConfigMap. The largest file is ${objects.toSorted((a, b) => b.file.bytes.length - a.file.bytes.length)[0]?.file.path ?? csv.file.path}${isLargeIcon(csv.value) ? "; the icon of the CSV alone has more than 100 kB" : ""}.`;
	compressedSize > LARGEST ? findings.about(csv.file.path, {
		severity: "error",
		rule: "bundle-size",
		message: `maximum bundle compressed size with gzip size exceeded: size=~${told} , max=${limit}. Bundle uncompressed size is ${whole}`,
		advice
	}) : compressedSize > LARGEST * .85 && findings.about(csv.file.path, {
		severity: "warning",
		rule: "bundle-size",
		message: `nearing maximum bundle compressed size with gzip: size=~${told} , max=${limit}. Bundle uncompressed size is ${whole}`,
		advice
	});
}
function isLargeIcon(csv) {
	return listMember(member(csv, "spec"), "icon").some((icon) => isObject(icon) && textAt(icon, "base64data").length > 1e5);
}
function inUnits(bytes) {
	if (bytes < 1e3) return `${bytes} B`;
	let units = [
		"kB",
		"MB",
		"GB"
	];
	let power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
	return `${(bytes / 1e3 ** power).toFixed(1)} ${units[power - 1] ?? ""}`;
}
function checkDefinitions({ objects }, findings) {
	for (let object of objects) {
		if (object.kind !== "CustomResourceDefinition") continue;
		let isOld = object.apiVersion === "apiextensions.k8s.io/v1beta1";
		let say = (path, message) => findings.at(object.file, path, {
			severity: "error",
			rule: "crd-invalid",
			message: `${fieldOf(path)}: ${message}`,
			advice: "A cluster refuses the definition as it is; correct it where it is generated (controller-gen markers)."
		});
		checkMetadata(object, say);
		checkSpec(valueAt(object.value, "spec"), isOld, say);
		checkApproval(object, say);
	}
}
function fieldOf(path) {
	return path.map((part, index) => typeof part == "number" ? `[${part}]` : index === 0 ? part : `.${part}`).join("");
}
function checkMetadata({ value, name }, say) {
	let expected = `${textAt(value, "spec", "names", "plural")}.${textAt(value, "spec", "group")}`;
	if (name === "") say(["metadata", "name"], "Required value: name or generateName is required");
	else {
		for (let fault of dnsSubdomainFaults(name)) say(["metadata", "name"], `Invalid value: "${name}": ${fault}`);
		name !== expected && say(["metadata", "name"], `Invalid value: "${name}": must be spec.names.plural+"."+spec.group`);
	}
	textAt(value, "metadata", "namespace") !== "" && say(["metadata", "namespace"], "Forbidden: not allowed on this type");
	let labels = valueAt(value, "metadata", "labels");
	for (let [key, label] of isObject(labels) ? Object.entries(labels) : []) {
		for (let fault of qualifiedNameFaults(key)) say(["metadata", "labels"], `Invalid value: "${key}": ${fault}`);
		for (let fault of labelValueFaults(textOf$1(label) ?? "")) say(["metadata", "labels"], `Invalid value: "${textOf$1(label) ?? ""}": ${fault}`);
	}
	let annotations = valueAt(value, "metadata", "annotations");
	for (let key of isObject(annotations) ? Object.keys(annotations) : []) for (let fault of qualifiedNameFaults(key.toLowerCase())) say(["metadata", "annotations"], `Invalid value: "${key}": ${fault}`);
}
function checkSpec(spec, isOld, say) {
	let group = textAt(spec, "group");
	let faults = dnsSubdomainFaults(group);
	group === "" ? say(["spec", "group"], "Required value") : faults.length > 0 ? say(["spec", "group"], `Invalid value: "${group}": ${faults.join(",")}`) : group.includes(".") || say(["spec", "group"], `Invalid value: "${group}": should be a domain with at least one dot`);
	let scope = textAt(spec, "scope");
	scope === "" ? isOld || say(["spec", "scope"], "Required value") : scope !== "Cluster" && scope !== "Namespaced" && say(["spec", "scope"], `Unsupported value: "${scope}": supported values: "Cluster", "Namespaced"`);
	let preserve = member(spec, "preserveUnknownFields") ?? (isOld ? !0 : null);
	checkVersions(spec, isOld, say);
	checkNames(member(spec, "names"), say);
	preserve !== !1 && preserve !== null && hasDefaults(spec) && say(["spec", "preserveUnknownFields"], "Invalid value: true: must be false in order to use defaults in the schema");
	preserve === !0 && say(["spec", "preserveUnknownFields"], "Invalid value: true: cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead");
	checkConversion(member(spec, "conversion"), isOld, preserve === !0, say);
}
function checkVersions(spec, isOld, say) {
	let listed = listMember(spec, "versions");
	let single = textAt(spec, "version");
	let versions = listed.length === 0 && isOld && single !== "" ? [{
		name: single,
		storage: !0,
		served: !0
	}] : listed;
	let names = versions.map((version) => textAt(version, "name"));
	for (let [index, version] of versions.entries()) {
		let at = [
			"spec",
			"versions",
			index
		];
		let name = names[index] ?? "";
		let faults = dnsLabelFaults(name);
		faults.length > 0 && say([...at, "name"], `Invalid value: "${name}": ${faults.join(",")}`);
		checkDeprecation(version, at, say);
		checkScale(valueAt(version, "subresources", "scale"), [...at, "subresources"], say);
		checkColumns(version, "additionalPrinterColumns", at, say);
		let fields = listMember(version, "selectableFields");
		fields.length > 0 && valueAt(version, "schema", "openAPIV3Schema") === void 0 && say([...at, "selectableFields"], "Invalid value: \"\": selectableFields may only be set when version.schema.openAPIV3Schema is not included");
		let seen = new Set();
		for (let [position, field] of fields.entries()) {
			let path = [
				...at,
				"selectableFields",
				position,
				"jsonPath"
			];
			let text = textAt(field, "jsonPath");
			text === "" ? say(path, "Required value") : seen.has(text) ? say(path, `Duplicate value: "${text}"`) : selectableFault(text, valueAt(version, "schema", "openAPIV3Schema"), (message) => say(path, `Invalid value: "${text}": ${message}`));
			seen.add(text);
		}
	}
	isOld && checkTopLevel(spec, versions, say);
	let all = ["spec", "versions"];
	new Set(names).size < names.length && say(all, "Invalid value: must contain unique version names");
	versions.filter((version) => member(version, "storage") === !0).length !== 1 && say(all, "Invalid value: must have exactly one version marked as storage version");
	isOld && single !== "" && names[0] !== single && say(["spec", "version"], `Invalid value: "${single}": must match the first version in spec.versions`);
}
function selectableFault(path, schema, say) {
	let parts = path.replace(/^\./, "").split(".");
	let found = path.startsWith(".") ? parts.reduce((at, part) => valueAt(at, "properties", part), schema) : void 0;
	if (schema === void 0) return;
	found === void 0 ? say("is an invalid path: does not refer to a valid field") : [
		"string",
		"boolean",
		"integer"
	].includes(textAt(found, "type")) || say("must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.");
}
function checkTopLevel(spec, versions, say) {
	for (let { top, each, called, instead } of [
		{
			top: "validation",
			each: "schema",
			called: "schemas",
			instead: "top-level validation"
		},
		{
			top: "subresources",
			each: "subresources",
			called: "subresources",
			instead: "top-level subresources"
		},
		{
			top: "additionalPrinterColumns",
			each: "additionalPrinterColumns",
			called: "additionalPrinterColumns",
			instead: "top-level additionalPrinterColumns"
		}
	]) {
		let found = versions.map((version) => member(version, each) ?? null);
		let isSet = (value) => value != null && !(isList(value) && value.length === 0);
		isSet(member(spec, top)) && found.some(isSet) && say(["spec", top], `Forbidden: top-level and per-version ${called} are mutually exclusive`);
		let [first = null] = found;
		found.length > 0 && found.every((one) => isSet(one) && canonical(one) === canonical(first)) && say(["spec", "versions"], `Invalid value: per-version ${called} may not all be set to identical values (${instead} should be used instead)`);
	}
	checkScale(valueAt(spec, "subresources", "scale"), ["spec", "subresources"], say);
	checkColumns(spec, "additionalPrinterColumns", ["spec"], say);
}
function checkNames(names, say) {
	let kind = textAt(names, "kind");
	let plural = textAt(names, "plural");
	plural === "" && say([
		"spec",
		"names",
		"plural"
	], "Required value");
	textAt(names, "singular") === "" && kind === "" && say([
		"spec",
		"names",
		"singular"
	], "Required value");
	kind === "" && say([
		"spec",
		"names",
		"kind"
	], "Required value");
	let listKind = textAt(names, "listKind");
	listKind === "" && kind === "" && say([
		"spec",
		"names",
		"listKind"
	], "Required value");
	let singular = textAt(names, "singular") || kind.toLowerCase();
	for (let [field, text] of [["plural", plural], ["singular", singular]]) {
		let faults = text === "" ? [] : dnsLabelFaults(text);
		faults.length > 0 && say([
			"spec",
			"names",
			field
		], `Invalid value: "${text}": ${faults.join(",")}`);
	}
	for (let [field, text] of [["kind", kind], ["listKind", listKind || (kind === "" ? "" : `${kind}List`)]]) {
		let faults = text === "" ? [] : dnsLabelFaults(text.toLowerCase());
		faults.length > 0 && say([
			"spec",
			"names",
			field
		], `Invalid value: "${text}": may have mixed case, but should otherwise match: ${faults.join(",")}`);
	}
	kind !== "" && kind === listKind && say([
		"spec",
		"names",
		"listKind"
	], `Invalid value: "${listKind}": kind and listKind may not be the same`);
	for (let field of ["shortNames", "categories"]) for (let [index, name] of listMember(names, field).entries()) {
		let faults = dnsLabelFaults(textOf$1(name) ?? "");
		faults.length > 0 && say([
			"spec",
			"names",
			field,
			index
		], `Invalid value: "${textOf$1(name) ?? ""}": ${faults.join(",")}`);
	}
}
function checkDeprecation(version, at, say) {
	let warning = member(version, "deprecationWarning");
	if (warning == null) return;
	let text = textOf$1(warning) ?? "";
	let path = [...at, "deprecationWarning"];
	if (member(version, "deprecated") !== !0) {
		say(path, `Invalid value: "${text}": can only be set for deprecated versions`);
		return;
	}
	Buffer.byteLength(text) > 256 && say(path, `Invalid value: "${text}": must be <= 256 characters long`);
	text === "" && say(path, "Invalid value: \"\": must not be an empty string");
	let odd = /[^\P{C}]|[\p{Zl}\p{Zp}]/u.exec(text);
	odd !== null && say(path, `Invalid value: "${text}": must only contain printable UTF-8 characters; non-printable character found at index ${odd.index}`);
}
function checkScale(scale, at, say) {
	if (!isObject(scale)) return;
	for (let [name, below, message] of [
		[
			"specReplicasPath",
			[".spec."],
			"should be a json path under .spec"
		],
		[
			"statusReplicasPath",
			[".status."],
			"should be a json path under .status"
		],
		[
			"labelSelectorPath",
			[".spec.", ".status."],
			"should be a json path under either .spec or .status"
		]
	]) {
		let text = textAt(scale, name);
		let path = [...at, `scale.${name}`];
		if (name === "statusReplicasPath") continue;
		text === "" ? name !== "labelSelectorPath" && say(path, "Required value") : text.startsWith(".") ? below.some((prefix) => text.startsWith(prefix)) || say(path, `Invalid value: "${text}": ${message}`) : say(path, `Invalid value: "${text}": must be a simple json path starting with .`);
	}
}
const COLUMN_TYPES = [
	"boolean",
	"date",
	"integer",
	"number",
	"string"
];
const COLUMN_FORMATS = [
	"byte",
	"date",
	"date-time",
	"double",
	"float",
	"int32",
	"int64",
	"password"
];
function checkColumns(of, name, at, say) {
	for (let [index, column] of listMember(of, name).entries()) {
		let path = [
			...at,
			name,
			index
		];
		let [type, format] = [textAt(column, "type"), textAt(column, "format")];
		textAt(column, "name") === "" && say([...path, "name"], "Required value");
		type === "" ? say([...path, "type"], `Required value: must be one of ${COLUMN_TYPES.join(",")}`) : COLUMN_TYPES.includes(type) || say([...path, "type"], `Invalid value: "${type}": must be one of ${COLUMN_TYPES.join(",")}`);
		format !== "" && !COLUMN_FORMATS.includes(format) && say([...path, "format"], `Invalid value: "${format}": must be one of ${COLUMN_FORMATS.join(",")}`);
		let jsonPath = textAt(column, "jsonPath") || textAt(column, "JSONPath");
		jsonPath === "" ? say([...path, "JSONPath"], "Required value") : jsonPath.startsWith(".") || say([...path, "JSONPath"], `Invalid value: "${jsonPath}": must be a simple json path starting with .`);
	}
}
function checkConversion(conversion, isOld, preserves, say) {
	if (!isObject(conversion)) return;
	let at = ["spec", "conversion"];
	let strategy = textAt(conversion, "strategy");
	strategy === "" ? say([...at, "strategy"], "Required value") : strategy !== "None" && strategy !== "Webhook" && say([...at, "strategy"], `Unsupported value: "${strategy}": supported values: "None", "Webhook"`);
	strategy !== "None" && preserves && say([...at, "strategy"], `Invalid value: "${strategy}": must be None if spec.preserveUnknownFields is true`);
	let client = isOld ? member(conversion, "webhookClientConfig") : valueAt(conversion, "webhook", "clientConfig");
	let given = listMember(isOld ? conversion : member(conversion, "webhook"), "conversionReviewVersions");
	let versions = given.length === 0 && isOld && strategy === "Webhook" ? ["v1beta1"] : given.map((version) => textOf$1(version) ?? "");
	let config = [...at, "webhookClientConfig"];
	if (strategy === "Webhook") {
		isObject(client) ? checkClient(client, config, say) : say(config, "Required value: required when strategy is set to Webhook");
		checkReviewVersions(versions, [...at, "conversionReviewVersions"], say);
	} else {
		isObject(client) && say(config, "Forbidden: should not be set when strategy is not set to Webhook");
		versions.length > 0 && say([...at, "conversionReviewVersions"], "Forbidden: should not be set when strategy is not set to Webhook");
	}
}
function checkClient(client, at, say) {
	let [url, service] = [member(client, "url") ?? null, member(client, "service") ?? null];
	if (url === null == (service === null)) {
		say(at, "Required value: exactly one of url or service is required");
		return;
	}
	if (service === null) {
		let text = textOf$1(url ?? void 0) ?? "";
		/^https:\/\/[^/?#@]+(?:\/[^?#]*)?$/.test(text) || say([...at, "url"], `Invalid value: "${text}": it has to be https://HOST/PATH, without user, query or fragment`);
		return;
	}
	for (let name of ["name", "namespace"]) textAt(service, name) === "" && say([
		...at,
		"service",
		name
	], "Required value");
	let port = member(service, "port") ?? 443;
	(Number(port) < 1 || Number(port) > 65535) && say([
		...at,
		"service",
		"port"
	], `Invalid value: ${String(Number(port))}: port is not valid: must be between 1 and 65535, inclusive`);
	let path = textAt(service, "path");
	if (path === "") return;
	path.startsWith("/") || say([
		...at,
		"service",
		"path"
	], `Invalid value: "${path}": must start with a '/'`);
	for (let [index, step] of path.replace(/^\//, "").replace(/\/$/, "").split("/").entries()) {
		if (path === "/") break;
		let faults = step === "" ? ["must not be empty"] : dnsSubdomainFaults(step);
		for (let fault of faults) say([
			...at,
			"service",
			"path"
		], `Invalid value: "${path}": segment[${index}]: ${fault}`);
	}
}
function checkReviewVersions(versions, at, say) {
	if (versions.length === 0) {
		say(at, "Required value");
		return;
	}
	for (let [index, version] of versions.entries()) if (versions.indexOf(version) < index) say([...at, index], `Invalid value: "${version}": duplicate version`);
	else for (let fault of dnsLabelFaults(version)) say([...at, index], `Invalid value: "${version}": ${fault}`);
	!versions.includes("v1") && !versions.includes("v1beta1") && say(at, "Invalid value: must include at least one of v1, v1beta1");
}
function hasDefaults(spec) {
	return [valueAt(spec, "validation", "openAPIV3Schema"), ...listMember(spec, "versions").map((version) => valueAt(version, "schema", "openAPIV3Schema"))].some((schema) => schema !== void 0 && schemaHasDefault(schema));
}
function schemaHasDefault(schema) {
	if (isList(schema)) return schema.some(schemaHasDefault);
	if (!isObject(schema)) return !1;
	if (schema.default !== void 0 && schema.default !== null) return !0;
	let inMaps = [
		"properties",
		"patternProperties",
		"definitions",
		"dependencies"
	].flatMap((name) => {
		let map = schema[name];
		return isObject(map) ? Object.values(map) : [];
	});
	let inOthers = [
		"items",
		"additionalProperties",
		"additionalItems",
		"not",
		"allOf",
		"anyOf",
		"oneOf"
	].flatMap((name) => schema[name] ?? []);
	return [...inMaps, ...inOthers].some(schemaHasDefault);
}
function checkApproval({ value }, say) {
	let group = textAt(value, "spec", "group");
	if (!/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group)) return;
	let key = "api-approved.kubernetes.io";
	let approval = textAt(value, "metadata", "annotations", key);
	let path = ["metadata", `annotations[${key}]`];
	approval === "" ? say(path, `Required value: protected groups must have approval annotation "${key}", see https://github.com/kubernetes/enhancements/pull/1111`) : !approval.startsWith("unapproved") && !URL.canParse(approval) && say(path, `Invalid value: "${approval}": protected groups must have approval annotation "${key}" with either a URL or a reason starting with "unapproved", see https://github.com/kubernetes/enhancements/pull/1111`);
}
// packages/bundle/validate/operator-sdk/load.ts
function loadBundle(directory, findings) {
	let annotations = findAnnotations(directory, findings);
	let manifests = manifestsDirectory(annotations);
	let { files } = directory.list(manifests);
	if (files.length === 0) {
		findings.about(directory.called(manifests), {
			severity: "error",
			rule: "manifests-directory",
			message: `The directory ${directory.called(manifests)} contains no yaml files`,
			advice: "Generate the bundle again; a bundle has its objects in manifests/."
		});
		return null;
	}
	let home = csvDirectory(directory, manifests);
	if (home === null) {
		findings.about(directory.called(manifests), {
			severity: "error",
			rule: "csv-missing",
			message: `unable to find a csv in bundle directory ${directory.called(manifests)}`,
			advice: "A bundle has exactly one ClusterServiceVersion; generate the bundle again."
		});
		return null;
	}
	let before = findings.all.length;
	let objects = readObjects(directory, home, findings);
	let csv = onlyCsv(objects, findings);
	for (let object of objects) checkTypes(object, findings);
	if (annotations === null || csv === null || findings.all.length > before) return null;
	let contents = directory.paths.filter((path) => path.startsWith(`${manifests}/`)).map((path) => directory.file(path)?.bytes ?? Buffer.alloc(0));
	return {
		annotations,
		mediaType: mediaTypeOf(directory, manifests),
		csv,
		objects,
		size: contents.reduce((sum, { length }) => sum + length, 0),
		compressedSize: contents.reduce((sum, bytes) => sum + Math.ceil(gzipSync(bytes).length / 3) * 4, 0)
	};
}
function findAnnotations(directory, findings) {
	let usual = "metadata/annotations.yaml";
	for (let path of [usual, ...directory.paths.filter((one) => one !== usual)]) {
		let file = directory.file(path);
		if (file === null) continue;
		let values = readAnnotations(file);
		if (values !== null && values.size > 0) return {
			file,
			values
		};
		if (path === usual && values === null) {
			findings.about(file.path, {
				severity: "error",
				rule: "annotations-unreadable",
				message: `error unmarshalling potential bundle metadata ${file.path}: ${file.problem?.message ?? "“annotations” is no map of texts"}`,
				advice: "The file holds one map, “annotations”, of names to texts."
			});
			return null;
		}
	}
	findings.about(directory.called("metadata"), {
		severity: "error",
		rule: "annotations-missing",
		message: `metadata not found in ${directory.name}`,
		advice: "A bundle says what it is in metadata/annotations.yaml; generate the bundle again."
	});
	return null;
}
function readAnnotations({ value, problem }) {
	if (problem !== null) return null;
	if (value == null) return new Map();
	if (!isObject(value)) return null;
	let annotations = valueAt(value, "annotations") ?? null;
	if (annotations === null) return new Map();
	if (!isObject(annotations)) return null;
	let values = Object.entries(annotations).map(([key, text]) => [key, text === null ? "" : textOf$1(text)]);
	return values.some(([, text]) => text === void 0) ? null : new Map(values.map(([key, text]) => [key, text ?? ""]));
}
function manifestsDirectory(annotations) {
	let named = annotations?.values.get(LABEL.manifests);
	if (named === void 0) return "manifests";
	return named.replace(/^(?:\.\/+)+/, "").replaceAll(/\/{2,}/g, "/").replace(/\/+$/, "") || ".";
}
function csvDirectory(directory, manifests) {
	let hidden = (path) => path.split("/").some((part) => part.startsWith("."));
	let found = directory.paths.find((path) => path.startsWith(`${manifests}/`) && !hidden(path) && textAt(directory.file(path)?.value, "kind") === "ClusterServiceVersion");
	return found === void 0 ? null : found.slice(0, found.lastIndexOf("/"));
}
function readObjects(directory, home, findings) {
	let { files, directories } = directory.list(home);
	let say = (path, rule, message, advice) => findings.about(path, {
		severity: "error",
		rule,
		message,
		advice
	});
	for (let name of directories) {
		let path = directory.called(`${home}/${name}`);
		say(path, "manifests-directory", `bundle manifests dir contains directory: ${path}`, "Put its files beside the CSV, or remove it.");
	}
	return files.flatMap((name) => {
		let file = directory.file(`${home}/${name}`);
		if (file === null) return [];
		let { path } = file;
		if (name.startsWith(".")) {
			say(path, "manifests-hidden-file", `bundle manifests dir has hidden file: ${path}`, "Remove it.");
			return [];
		}
		let fault = undecodable(file);
		if (fault !== null) {
			findings.at(file, [], {
				severity: "error",
				rule: "manifests-unreadable",
				message: `unable to decode object: ${fault}`,
				advice: "Every file in manifests/ holds one Kubernetes object; remove what is none."
			});
			return [];
		}
		let value = isObject(file.value) ? file.value : {};
		return [{
			file,
			value,
			apiVersion: textAt(value, "apiVersion"),
			kind: textAt(value, "kind"),
			name: nameOf(value)
		}];
	});
}
function nameOf(object) {
	let name = valueAt(object, "metadata", "name");
	let isRead = ["ClusterServiceVersion", "CustomResourceDefinition"].includes(textAt(object, "kind"));
	return typeof name == "string" ? name : isRead ? textAt(object, "metadata", "name") : "";
}
function undecodable({ value, problem, bytes }) {
	if (problem !== null) return `error converting YAML to JSON: yaml: ${problem.message}`;
	if (value === void 0 || bytes.length === 0) return "EOF";
	if (value === null) return null;
	let into = "Go value of type map[string]interface {}";
	if (isList(value)) return `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into ${into}`;
	if (!isObject(value)) return `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${typeof value == "string" ? "string" : typeof value == "boolean" ? "bool" : "number"} into ${into}`;
	return textAt(value, "kind") === "" ? "error unmarshaling JSON: while decoding JSON: Object 'Kind' is missing" : null;
}
function onlyCsv(objects, findings) {
	let [csv, second] = objects.filter(({ kind }) => kind === "ClusterServiceVersion");
	if (second === void 0) return csv ?? null;
	findings.at(second.file, ["kind"], {
		severity: "error",
		rule: "csv-multiple",
		message: "invalid bundle: contains multiple CSVs",
		advice: `A bundle has exactly one ClusterServiceVersion; the other one is in ${csv?.file.path ?? "manifests/"}.`
	});
	return null;
}
const CRD_VERSIONS = ["apiextensions.k8s.io/v1", "apiextensions.k8s.io/v1beta1"];
function checkTypes({ file, kind, apiVersion, value }, findings) {
	let isCrd = kind === "CustomResourceDefinition";
	if (isCrd && !CRD_VERSIONS.includes(apiVersion)) {
		findings.at(file, ["apiVersion"], {
			severity: "error",
			rule: "crd-version-unsupported",
			message: `unsupported CRD version ${apiVersion} for ${file.path.split("/").at(-1) ?? ""}`,
			advice: "Write the definition as apiextensions.k8s.io/v1."
		});
		return;
	}
	if (kind !== "ClusterServiceVersion" && !(isCrd && apiVersion === CRD_VERSIONS[0])) return;
	try {
		new Normalizer().struct(kind, value);
		let version = isCrd ? void 0 : valueAt(value, "spec", "version");
		if (version != null && typeof version != "string") throw new Mismatch(".spec.version", "a text (in quotes)", version);
	} catch (error) {
		if (!(error instanceof Mismatch)) throw error;
		findings.at(file, readPath(error.path), {
			severity: "error",
			rule: isCrd ? "crd-unreadable" : "csv-unreadable",
			message: `unable to parse ${isCrd ? "CRD" : "CSV"} ${file.path.split("/").at(-1) ?? ""}: ${error.path} holds ${told(error.found)}, not ${error.message}`,
			advice: "Correct the value; neither OLM nor the catalog can read the file as it is."
		});
	}
}
function readPath(path) {
	return [...path.matchAll(/\.([^.[]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
}
function told(value) {
	if (isList(value)) return "a list";
	if (isObject(value)) return "an object";
	return typeof value == "string" ? `“${value.slice(0, 40)}”` : String(value);
}
function mediaTypeOf(directory, manifests) {
	let { files } = directory.list(manifests);
	let kinds = files.map((name) => textAt(directory.file(`${manifests}/${name}`)?.value, "kind"));
	if (files.includes("Chart.yaml") && textAt(directory.file(`${manifests}/Chart.yaml`)?.value, "name") !== "") return "helm+v0";
	return kinds.includes("ClusterServiceVersion") ? "registry+v1" : "plain+v0";
}
// packages/bundle/validate/operator-sdk/format.ts
function checkFormat(directory, mediaType, findings) {
	let { directories } = directory.list(".");
	for (let name of ["manifests", "metadata"].filter((one) => !directories.includes(one))) findings.about(directory.called(name), {
		severity: "error",
		rule: "format-directories",
		message: `Unable to locate ${name} directory`,
		advice: "A bundle has the directories manifests/ and metadata/."
	});
	let files = directory.list("metadata").files.flatMap((name) => directory.file(`metadata/${name}`) ?? []);
	let annotations = files.find((file) => (readAnnotations(file)?.size ?? 0) > 0);
	if (annotations === void 0) {
		if (!directories.includes("metadata")) return;
		findings.about(directory.called("metadata"), {
			severity: "error",
			rule: "format-annotations-file",
			message: "Could not find annotations file",
			advice: "Write metadata/annotations.yaml; generating the bundle again does."
		});
	} else checkAnnotations(annotations, mediaType, findings);
	let dependencies = files.find((file) => file !== annotations && listMember(file.value, "dependencies").length > 0);
	dependencies !== void 0 && checkDependencies(dependencies, findings);
}
function checkAnnotations(file, mediaType, findings) {
	let values = readAnnotations(file) ?? new Map();
	let say = (label, message, advice) => findings.at(file, ["annotations", label], {
		severity: "error",
		rule: "format-annotations",
		message,
		advice
	});
	let { mediaType: media, manifests, metadata, package: operator, channels, defaultChannel } = LABEL;
	for (let label of [
		media,
		manifests,
		metadata,
		operator,
		channels
	]) values.has(label) || say(label, `Missing annotation "${label}"`, "Add it; generating the bundle again does.");
	let found = values.get(media) ?? "";
	found !== mediaType && say(media, `Expecting annotation "${media}" to have value "${mediaType}" instead of "${found}"`, `Write “${mediaType}”, which is what manifests/ holds.`);
	(values.get(channels) ?? "") === "" && say(channels, `Expecting annotation "${channels}" to have non-empty value`, "List the channels, separated by commas.");
	values.get(defaultChannel) === "" && say(defaultChannel, `Expecting annotation "${defaultChannel}" to have non-empty value`, "Name one of the channels, or remove the line.");
}
function checkDependencies(file, findings) {
	for (let [index, dependency] of listMember(file.value, "dependencies").entries()) {
		let type = textOf$1(member(dependency, "type")) ?? "";
		let value = member(dependency, "value") ?? null;
		for (let { message, at = [] } of dependencyFaults(type, value)) findings.at(file, [
			"dependencies",
			index,
			...at
		], {
			severity: "error",
			rule: "format-dependencies",
			message,
			advice: "See https://olm.operatorframework.io/docs/concepts/olm-architecture/dependency-resolution/"
		});
	}
}
function dependencyFaults(type, value) {
	let unreadable = [{
		message: `couldn't parse dependency of type ${type}`,
		at: ["type"]
	}];
	if (!isObject(value) && value !== null) return unreadable;
	let texts = (...names) => {
		let found = names.map((name) => member(value, name) ?? "");
		return found.every((one) => typeof one == "string") ? found : null;
	};
	switch (type) {
		case "olm.gvk": {
			let found = texts("group", "version", "kind");
			if (found === null) return unreadable;
			return [
				"Group",
				"Version",
				"Kind"
			].flatMap((part, index) => found[index] === "" ? [{
				message: `API ${part} is empty`,
				at: ["value"]
			}] : []);
		}
		case "olm.package": {
			let [name, version] = texts("packageName", "version") ?? [];
			if (name === void 0 || version === void 0) return unreadable;
			let faults = name === "" ? [{
				message: "Package name is empty",
				at: ["value"]
			}] : [];
			version === "" ? faults.push({
				message: "Package version is empty",
				at: ["value"]
			}) : parseOlmRange(version) === null && faults.push({
				message: "Invalid semver format version",
				at: ["value", "version"]
			});
			return faults;
		}
		case "olm.label": {
			let [label] = texts("label") ?? [];
			if (label === void 0) return unreadable;
			return label === "" ? [{
				message: "Label information is missing",
				at: ["value"]
			}] : [];
		}
		case "olm.constraint": {
			if (texts("failureMessage") === null) return unreadable;
			let cel = member(value, "cel") ?? null;
			if (cel === null) return [{
				message: "The CEL field is missing",
				at: ["value"]
			}];
			let rule = isObject(cel) ? member(cel, "rule") ?? "" : null;
			if (typeof rule != "string") return unreadable;
			return rule === "" ? [{
				message: "The CEL expression is missing",
				at: ["value", "cel"]
			}] : [];
		}
		default: return unreadable;
	}
}
// packages/bundle/validate/operator-sdk/good-practices.ts
function checkGoodPractices({ csv }, findings) {
	let { file, value, name } = csv;
	let strategy = valueAt(value, "spec", "install", "spec");
	isList(member(strategy, "deployments")) || findings.at(file, [
		"spec",
		"install",
		"spec"
	], {
		severity: "error",
		rule: "practice-deployments",
		message: "unable to find a deployment to install in the CSV",
		advice: "OLM installs Deployments; without one the bundle does nothing. Is it missing from the rendered manifests?"
	});
	for (let [index, deployment] of listMember(strategy, "deployments").entries()) {
		let containers = listMember(valueAt(deployment, "spec", "template", "spec"), "containers");
		for (let [position, container] of containers.entries()) {
			if (isObject(valueAt(container, "resources", "requests"))) continue;
			findings.at(file, [
				"spec",
				"install",
				"spec",
				"deployments",
				index,
				"spec",
				"template",
				"spec",
				"containers",
				position
			], {
				severity: "warning",
				rule: "practice-resource-requests",
				message: `unable to find the resource requests for the container: (${textAt(container, "name")}). It is recommended to ensure the resource request for CPU and Memory. Be aware that for some clusters configurations it is required to specify requests or limits for those values. Otherwise, the system or quota may reject Pod creation. More info: https://master.sdk.operatorframework.io/docs/best-practices/managing-resources/`,
				advice: "Set “resources.requests” of the container in config/manager."
			});
		}
	}
	checkDescriptions(csv, findings);
	checkCrdPermissions(csv, findings);
	checkName(name, (message) => findings.at(file, ["metadata", "name"], {
		severity: "warning",
		rule: "practice-name",
		message,
		advice: "Name it OPERATOR.vVERSION, for example “codeflare-operator.v1.16.0”."
	}));
}
function checkDescriptions({ file, value }, findings) {
	for (let relation of ["owned", "required"]) for (let [index, crd] of listMember(valueAt(value, "spec", "customresourcedefinitions"), relation).entries()) {
		if (textAt(crd, "description") !== "") continue;
		findings.at(file, [
			"spec",
			"customresourcedefinitions",
			relation,
			index
		], {
			severity: "warning",
			rule: "practice-crd-description",
			message: `${relation} CRD "${textAt(crd, "name")}" has an empty description`,
			advice: "Describe it in a sentence in the base CSV (config/manifests/bases); OperatorHub shows it."
		});
	}
}
function checkCrdPermissions({ file, value }, findings) {
	let strategy = valueAt(value, "spec", "install", "spec");
	for (let list of ["permissions", "clusterPermissions"]) for (let [index, permission] of listMember(strategy, list).entries()) {
		let found = listMember(permission, "rules").findIndex((rule) => {
			let has = (field, wanted) => listMember(rule, field).some((item) => wanted.includes(textOf$1(item) ?? ""));
			return has("apiGroups", ["apiextensions.k8s.io"]) && has("resources", [
				"customresourcedefinitions",
				"*",
				"[*]"
			]) && has("verbs", [
				"create",
				"*",
				"[*]",
				"patch"
			]);
		});
		if (found < 0) continue;
		findings.at(file, [
			"spec",
			"install",
			"spec",
			list,
			index,
			"rules",
			found
		], {
			severity: "warning",
			rule: "practice-crd-permission",
			message: "CSV contains permissions to create CRD. An Operator shouldn't deploy or manage other operators (such patterns are known as meta or super operators or include CRDs in its Operands). It's the Operator Lifecycle Manager's job to manage the deployment and lifecycle of operators.  Please, review the design of your solution and if you should not be using Dependency Resolution from OLM instead. More info: https://sdk.operatorframework.io/docs/best-practices/common-recommendation/",
			advice: "Let OLM install the CRDs from the bundle, and take the verb out of the role."
		});
		return;
	}
}
function checkName(name, say) {
	let found = /([0-9]+)\.([0-9]+)\.([0-9]+)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+)?$/.exec(name)?.[0];
	(found === void 0 || readSemVer(found) === null) && say(`csv.metadata.Name ${name} is not following the versioning convention (MAJOR.MINOR.PATCH e.g 0.0.1): https://semver.org/`);
	name.split(".v").length !== 2 && say(`csv.metadata.Name ${name} is not following the recommended naming convention: <operator-name>.v<semver> e.g. memcached-operator.v0.0.1`);
}
// packages/bundle/validate/operator-sdk/removed-apis.ts
const REMOVED = {
	"1.22": {
		"scheduling.k8s.io/v1beta1": ["PriorityClass"],
		"rbac.authorization.k8s.io/v1beta1": [
			"Role",
			"ClusterRoleBinding",
			"RoleBinding",
			"ClusterRole"
		],
		"apiregistration.k8s.io/v1beta1": ["APIService"],
		"authentication.k8s.io/v1beta1": ["TokenReview"],
		"authorization.k8s.io/v1beta1": [
			"LocalSubjectAccessReview",
			"SelfSubjectAccessReview",
			"SubjectAccessReview"
		],
		"admissionregistration.k8s.io/v1beta1": ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
		"coordination.k8s.io/v1beta1": ["Lease"],
		"extensions/v1beta1": ["Ingress"],
		"networking.k8s.io/v1beta1": ["Ingress", "IngressClass"],
		"storage.k8s.io/v1beta1": [
			"CSIDriver",
			"CSINode",
			"StorageClass",
			"VolumeAttachment"
		],
		"certificates.k8s.io/v1beta1": ["CertificateSigningRequest"]
	},
	"1.25": {
		"batch/v1beta1": ["CronJob"],
		"discovery.k8s.io/v1beta1": ["EndpointSlice"],
		"events.k8s.io/v1beta1": ["Event"],
		"autoscaling/v2beta1": ["HorizontalPodAutoscaler"],
		"policy/v1beta1": ["PodDisruptionBudget", "PodSecurityPolicy"],
		"node.k8s.io/v1beta1": ["RuntimeClass"]
	},
	"1.26": { "autoscaling/v2beta2": ["HorizontalPodAutoscaler"] }
};
const RESOURCES_1_25 = new Set([
	"batch/cronjobs",
	"discovery.k8s.io/endpointslices",
	"events.k8s.io/events",
	"autoscaling/horizontalpodautoscalers",
	"policy/poddisruptionbudgets",
	"policy/podsecuritypolicies",
	"node.k8s.io/runtimeclasses"
]);
function checkRemovedApis(bundle, kubernetes, findings) {
	let { csv } = bundle;
	let minimum = textAt(csv.value, "spec", "minKubeVersion");
	let [target, least] = [readTolerant(kubernetes), readTolerant(minimum)];
	kubernetes !== "" && target === null && findings.about(csv.file.path, {
		severity: "error",
		rule: "removed-apis",
		message: `invalid value informed via the k8s key option : ${kubernetes}`,
		advice: "Give a version such as “1.29”."
	});
	minimum !== "" && least === null && findings.at(csv.file, ["spec", "minKubeVersion"], {
		severity: "error",
		rule: "removed-apis",
		message: `unable to use csv.Spec.MinKubeVersion to verify the CRD/Webhook apis because it has an invalid value: ${minimum}`,
		advice: "Write three numbers, for example “1.25.0”."
	});
	for (let release of Object.keys(REMOVED)) {
		let gone = readTolerant(release);
		let isWithout = (version) => version !== null && gone !== null && compareSemVer(version, gone) >= 0;
		say(release, usesOf(bundle, release), isWithout(target) || isWithout(least) ? "error" : "warning", findings);
		release === "1.25" && say(release, permissionsOf(bundle), "warning", findings);
	}
}
function say(release, uses, severity, findings) {
	let [first] = uses;
	if (first === void 0) return;
	let list = [...Map.groupBy(uses, ({ group }) => group)].map(([group, all]) => `${group}: (${JSON.stringify(all.map(({ name }) => name)).replaceAll("\",\"", "\" \"")})`);
	findings.at(first.file, first.path, {
		severity,
		rule: "removed-apis",
		message: `this bundle is using APIs which were deprecated and removed in v${release}. More info: https://kubernetes.io/docs/reference/using-api/deprecation-guide/#v${release.replace(".", "-")}. Migrate the API(s) for ${list.sort().join(",")}`,
		advice: "Use the API that the guide names instead."
	});
}
function usesOf(bundle, release) {
	let removed = REMOVED[release] ?? {};
	let uses = bundle.objects.flatMap(({ file, kind, apiVersion, name }) => {
		if (release === "1.22" && kind === "CustomResourceDefinition" && apiVersion === "apiextensions.k8s.io/v1beta1") return [{
			file,
			path: ["apiVersion"],
			group: "CRD",
			name
		}];
		return removed[apiVersion]?.includes(kind) === !0 ? [{
			file,
			path: ["apiVersion"],
			group: kind,
			name
		}] : [];
	});
	return release === "1.25" ? [...resourcesOf(bundle, removed), ...uses] : uses;
}
function resourcesOf({ csv }, removed) {
	return describedResources(csv.value).flatMap(({ kind, apiVersion, path, name }) => removed[apiVersion]?.includes(kind) === !0 ? [{
		file: csv.file,
		path,
		group: kind,
		name
	}] : []);
}
function describedResources(csv) {
	return ["owned", "required"].flatMap((list) => listMember(valueAt(csv, "spec", "customresourcedefinitions"), list).flatMap((crd, index) => listMember(crd, "resources").map((resource, position) => ({
		kind: textAt(resource, "kind"),
		apiVersion: textAt(resource, "version"),
		path: [
			"spec",
			"customresourcedefinitions",
			list,
			index,
			"resources",
			position
		],
		name: `ClusterServiceVersion.Spec.CustomResourceDefinitions.${list === "owned" ? "Owned" : "Required"}[${index}].Resource[${position}]`
	}))));
}
function permissionsOf({ csv }) {
	let described = new Set(describedResources(csv.value).map(({ kind }) => `${kind.toLowerCase()}s`));
	return ["clusterPermissions", "permissions"].flatMap((list) => listMember(valueAt(csv.value, "spec", "install", "spec"), list).flatMap((permission, index) => listMember(permission, "rules").flatMap((rule, position) => texts(member(rule, "apiGroups")).flatMap((group) => texts(member(rule, "resources")).filter((resource) => !described.has(resource) && RESOURCES_1_25.has(`${group}/${resource}`)).map((resource) => ({
		file: csv.file,
		path: [
			"spec",
			"install",
			"spec",
			list,
			index,
			"rules",
			position
		],
		group: resource,
		name: `ClusterServiceVersion.Spec.InstallStrategy.StrategySpec.${list === "permissions" ? "Permissions" : "ClusterPermissions"}[${index}].Rules[${position}]`
	}))))));
}
function texts(value) {
	return Array.isArray(value) ? value.flatMap((item) => textOf$1(item) ?? []) : [];
}
// packages/bundle/validate/operator-sdk/validate.ts
function operatorSdkFindings(directory, sdk, kubernetes) {
	let findings = new Findings("operator-sdk");
	let bundle = loadBundle(directory, findings);
	if (bundle === null) return findings.all;
	checkFormat(directory, bundle.mediaType, findings);
	if (bundle.mediaType !== "helm+v0") {
		checkObjects(bundle, sdk, findings);
		checkContents(bundle, findings);
		checkCsv$1(bundle, sdk, findings);
		checkDefinitions(bundle, findings);
	}
	checkOperatorHub(bundle, sdk, findings);
	checkRemovedApis(bundle, kubernetes, findings);
	checkGoodPractices(bundle, findings);
	return findings.all;
}
// packages/bundle/validate/validate.ts
function validateBundle(files, options = {}) {
	let directory = new BundleDirectory(options.directory ?? "bundle", files);
	let read = readSubmission(directory, options.version ?? "");
	let submission = read === null || options.version !== void 0 ? read : {
		...read,
		bundle: {
			...read.bundle,
			directory: read.bundle.version
		}
	};
	let extra = new Findings("extra");
	checkBundleHoles(directory, extra);
	submission !== null && options.catalog !== void 0 && checkGraphHoles(submission, options.catalog, extra);
	let catalog = catalogFindings(directory, submission, options.catalog ?? null);
	return [
		...operatorSdkFindings(directory, options.operatorSdk ?? "v1.42.3", options.kubernetes ?? ""),
		...catalog.catalog,
		...catalog.extra,
		...extra.all
	].toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}
const ORDER = [
	"error",
	"warning",
	"info"
];
function drawChannels(bundle, others, mode) {
	let all = [...others.filter(({ name }) => name !== bundle.name), bundle];
	return bundle.channels.flatMap((channel) => {
		try {
			let graph = channelGraph(channel, all, mode);
			let drawing = mermaid(mermaidOf(graph, bundle));
			let hidden = graph.bundles.length - drawn(graph, bundle).length;
			let blocks = [drawing, ...hidden > 0 ? [paragraph(`${hidden} older bundles are not drawn.`)] : []];
			return [details([
				"Channel ",
				code(channel),
				`: ${counted(graph.bundles.length)}`
			], blocks)];
		} catch (error) {
			if (!(error instanceof GraphUnreadable)) throw error;
			return [paragraph("Channel ", code(channel), " cannot be drawn: ", error.message)];
		}
	});
}
function mermaidOf(graph, bundle) {
	let shown = drawn(graph, bundle);
	let idOf = new Map(shown.map((one, index) => [one, `b${index}`]));
	let nodes = shown.map((one) => {
		let style = one.name === bundle.name ? ":::new" : graph.dangling.includes(one) ? ":::dangling" : "";
		let role = one === graph.head ? " (head)" : "";
		return `  ${idOf.get(one) ?? ""}["${escape(versionInName(one))}${role}"]${style}`;
	});
	let edges = graph.edges.flatMap(({ from, to }) => {
		let [source, target] = [idOf.get(from), idOf.get(to)];
		if (source === void 0 || target === void 0) return [];
		return [`  ${source} ${to.replaces === from.name ? "-->" : "-.->"} ${target}`];
	});
	return [
		"flowchart LR",
		...nodes,
		...edges,
		"  classDef new stroke-width:3px",
		"  classDef dangling stroke:#d1242f,stroke-dasharray:4"
	].join("\n");
}
function drawn({ bundles, edges }, bundle) {
	if (bundles.length <= 16) return bundles;
	let newest = new Set(bundles.slice(-16));
	let replacing = new Set(edges.flatMap(({ from, to }) => from.name === bundle.name ? [to] : []));
	return bundles.filter((one) => newest.has(one) || replacing.has(one) || one.name === bundle.name || one.name === bundle.replaces);
}
function escape(text) {
	return text.replaceAll(/[^\w.+\- ]/g, (character) => `#${character.codePointAt(0) ?? 0};`);
}
function counted(count) {
	return count === 1 ? "1 bundle" : `${count} bundles`;
}
// packages/bundle/graph/place.ts
function placeBundle(bundle, catalog) {
	let { mode, fileBased } = catalogMode(catalog.ci);
	let published = catalog.bundles.filter(({ name }) => name !== bundle.name);
	let pending = catalog.pending.filter((one) => one.bundle.name !== bundle.name);
	let nearby = pending.filter((one) => one.bundle.channels.some((channel) => bundle.channels.includes(channel)));
	if (published.length === 0) return {
		replaces: null,
		skips: [],
		reason: `This is the first bundle of ${catalog.operator}.`,
		findings: []
	};
	if (mode === "semver-mode" && !fileBased) return {
		replaces: null,
		skips: [],
		reason: `The catalog orders ${catalog.operator} by version (updateGraph: semver-mode), so nothing is to be said.`,
		findings: nearby.map((one) => pendingFinding(one, bundle))
	};
	let lower = published.filter((other) => compareBundles(other, bundle) < 0);
	let isAbove = (other) => compareBundles(other, bundle) > 0;
	let [own, elsewhere] = [lower.filter((other) => shares(other, bundle)), lower];
	let replaced = highest(own) ?? highest(elsewhere);
	let waiting = nearby.filter((one) => compareBundles(one.bundle, bundle) < 0).map((one) => one.bundle.name);
	let placed = (skips) => ({
		...bundle,
		directory: versionInName(bundle),
		replaces: replaced?.name ?? null,
		skips
	});
	let skips = new Set(waiting);
	for (let channel of bundle.channels) {
		let dangling = danglingIn(channel, [...published, placed([])]);
		for (let other of dangling ?? []) other.name !== bundle.name && !isAbove(other) && skips.add(other.name);
		if (!fileBased && dangling?.some(({ name }) => name === bundle.name) === !0) throw belowHead(bundle, channel, published, pending);
	}
	replaced !== null && skips.delete(replaced.name);
	return {
		replaces: replaced?.name ?? null,
		skips: [...skips].sort((a, b) => compareBundles({ name: a }, { name: b })),
		reason: reasonFor(bundle, replaced, own.length > 0, published.some(isAbove)),
		findings: nearby.map((one) => pendingFinding(one, bundle))
	};
}
function shares(other, bundle) {
	return other.channels.some((channel) => bundle.channels.includes(channel));
}
function highest(bundles) {
	return bundles.toSorted(compareBundles).at(-1) ?? null;
}
function danglingIn(channel, bundles) {
	try {
		return channelGraph(channel, bundles, "replaces-mode").dangling;
	} catch (error) {
		if (error instanceof GraphUnreadable) return null;
		throw error;
	}
}
function reasonFor(bundle, replaced, isOwn, isBelow) {
	if (replaced === null) return `Every published bundle is newer than ${versionInName(bundle)}.`;
	let channels = bundle.channels.filter((channel) => replaced.channels.includes(channel));
	if (!isOwn) return `${bundle.channels.join(", ")} has no bundle yet; ${replaced.name} is the newest one before it.`;
	let where = `${channels.length === 1 ? "channel" : "channels"} ${channels.join(", ")}`;
	return isBelow ? `${replaced.name} is the newest version before it in ${where}; a later bundle skips this one.` : `${replaced.name} is the head of ${where}.`;
}
function belowHead(bundle, channel, published, pending) {
	let head = bundlesOf(channel, published).at(-1);
	let version = versionInName(bundle);
	let open = pending.find((one) => one.bundle.channels.includes(channel) && compareBundles(one.bundle, bundle) > 0);
	let line = version.split(".").slice(0, 2).join(".");
	return new UserError(`${bundle.name} is below ${head?.name ?? "the head"} in channel “${channel}”, and no later bundle skips it: whoever installs it would never be updated, and the catalog refuses it as dangling.`, { advice: `Published bundles cannot be changed. Publish it to a channel of its own line only (for example “stable-${line}”), or release the fix as a version above ${head === void 0 ? "the head" : versionInName(head)} in this channel${open === void 0 ? "" : `, or let the bundle of pull request #${open.pull.number} (${open.pull.url}) skip it: “spec.skips: [${bundle.name}]”`}.` });
}
function pendingFinding({ bundle: other, pull }, bundle) {
	let isLower = compareBundles(other, bundle) < 0;
	return {
		severity: isLower ? "info" : "warning",
		rule: "extra/graph-pending-bundle",
		message: `Pull request #${pull.number} adds ${other.name} to the same channels and is not merged yet.`,
		advice: isLower ? `It is skipped, so that either may be merged first: ${pull.url}` : `It has to replace or skip ${bundle.name}; generate it again once this one is merged: ${pull.url}`
	};
}
// packages/bundle/generate/report.ts
function reportBundle(plan) {
	let { bundle, placed, channels, refusal } = plan;
	return [
		...refusal === void 0 ? [] : [paragraph("❌ ", refusal.message), ...adviceOf(refusal.advice)],
		table([
			"bundle",
			"version",
			"channels",
			"replaces"
		], [[
			code(bundle.csvName),
			bundle.version ?? "–",
			channels.join(", "),
			bundle.replaces === null ? "–" : code(bundle.replaces)
		]]),
		paragraph(`Place: ${placed.reason}`),
		...placed.graph,
		...findingBlocks(plan.findings),
		...imageBlocks(plan),
		refusal === void 0 ? paragraph(...outcome(plan)) : paragraph("Nothing was written.")
	];
}
function outcome({ changes, directory }) {
	if (changes.length === 0) return [
		"All files are in ",
		code(directory),
		" already."
	];
	return [
		`${changes.length} ${changes.length === 1 ? "file changes" : "files change"} in `,
		code(directory),
		"."
	];
}
function adviceOf(advice) {
	return advice === void 0 ? [] : [paragraph(advice)];
}
function imageBlocks({ bundle }) {
	let { relatedImages } = bundle;
	if (relatedImages.length === 0) return [];
	let rows = relatedImages.map(({ name, image }) => [name, code(image)]);
	return [details(`Images that a mirror needs: ${relatedImages.length}`, [table(["name", "image"], rows)])];
}
function findingBlocks(findings) {
	let of = (severity) => findings.filter((finding) => finding.severity === severity);
	let [errors, warnings, notes] = [
		of("error"),
		of("warning"),
		of("info")
	];
	return [
		...errors.length === 0 ? [] : [heading("What is wrong"), findingTable(errors)],
		...warnings.length === 0 ? [] : [details(`To look at: ${warnings.length}`, [findingTable(warnings)])],
		...notes.length === 0 ? [] : [details(`Notes: ${notes.length}`, [list(notes.map(({ message }) => message))])]
	];
}
function findingTable(findings) {
	return table([
		"where",
		"what",
		"what to do"
	], findings.map((finding) => [
		placeOf(finding),
		finding.message,
		finding.advice
	]));
}
function placeOf(finding) {
	return finding.file === void 0 ? "–" : code(placeText(finding));
}
async function githubCatalog(github, repository, base = "") {
	let branch = base === "" ? (await getRepository(github, repository)).defaultBranch : base;
	let head = await branchHead(github, repository, branch);
	if (head === null) throw new UserError(`Catalog ${fullName(repository)} has no branch “${branch}”.`, { advice: "Correct the name of the repository or of the branch." });
	return {
		published: treeOf(github, repository, head),
		pending: async (operator) => {
			let { owner, repo } = repository;
			let pulls = await github.pages((page) => github.request("GET /repos/{owner}/{repo}/pulls", {
				owner,
				repo,
				state: "open",
				base: branch,
				sort: "created",
				direction: "desc",
				per_page: 100,
				page
			}), 5);
			let isAbout = (text) => text.toLowerCase().split(/[^a-z0-9._-]+/).some((word) => word.includes(operator.toLowerCase()));
			return pulls.flatMap((pull) => {
				let from = pull.head.repo;
				if (from === null || !(isAbout(pull.title) || isAbout(pull.head.ref))) return [];
				let home = {
					owner: from.owner.login,
					repo: from.name
				};
				return [{
					number: pull.number,
					url: pull.html_url,
					tree: treeOf(github, home, pull.head.sha)
				}];
			});
		}
	};
}
function treeOf(github, repository, commit) {
	let limit = pLimit(8);
	return {
		list: async (directory) => {
			let files = await listFiles(github, repository, commit, directory);
			return new Map([...files].map(([path, { blob }]) => [path, blob]));
		},
		read: async (blobs) => {
			let distinct = [...new Set(blobs)];
			let contents = await Promise.all(distinct.map((blob) => limit(() => readBlob(github, repository, blob))));
			return new Map(distinct.map((blob, index) => [blob, contents[index] ?? Buffer.alloc(0)]));
		}
	};
}
// packages/bundle/graph/read-catalog.ts
const ANNOTATIONS = /^(?:metadata)\/annotations\.ya?ml$/;
const CSV = /^manifests\/[^/]*\.clusterserviceversion\.ya?ml$/;
async function readOperator(repository, operator, directory = "operators") {
	if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(operator)) throw new UserError(`“${operator}” is no name of an operator.`, { advice: "Give the name of its directory in the catalog, for example “codeflare-operator”." });
	let root = `${directory}/${operator}/`;
	let [files, changes] = await Promise.all([repository.published.list(root), repository.pending(operator)]);
	let found = bundleFiles(files, root);
	let pending = await Promise.all(changes.map(async (change) => {
		let added = [...bundleFiles(await change.tree.list(root), root)].filter(([version]) => !found.has(version));
		let pull = {
			number: change.number,
			url: change.url
		};
		return (await readBundles(change.tree, added)).map((bundle) => ({
			bundle,
			pull
		}));
	}));
	let ciFile = files.get(`${root}ci.yaml`) ?? files.get(`${root}ci.yml`);
	let directories = new Set([...files.keys()].flatMap((path) => {
		let [version, ...rest] = path.slice(root.length).split("/");
		return rest.length === 0 || version === void 0 || version === "catalog-templates" ? [] : [version];
	}));
	return {
		operator,
		bundles: await readBundles(repository.published, [...found]),
		pending: pending.flat().sort((a, b) => a.pull.number - b.pull.number),
		ci: ciFile === void 0 ? null : parseCi(await content(repository.published, ciFile)),
		unseen: [...directories].filter((version) => !found.has(version)).sort()
	};
}
function bundleFiles(files, root) {
	let byVersion = Map.groupBy(files, ([path]) => path.slice(root.length).split("/")[0] ?? "");
	return new Map([...byVersion].flatMap(([version, entries]) => {
		let inside = new Map(entries.map(([path, blob]) => [path.slice(root.length + version.length + 1), blob]));
		let names = [...inside.keys()].sort();
		if (!["manifests/", "metadata/"].every((part) => names.some((name) => name.startsWith(part)))) return [];
		let pick = (pattern) => {
			let name = names.find((one) => pattern.test(one));
			return (name === void 0 ? void 0 : inside.get(name)) ?? null;
		};
		return [[version, {
			csv: pick(CSV),
			annotations: pick(ANNOTATIONS)
		}]];
	}));
}
async function readBundles(tree, bundles) {
	let wanted = bundles.flatMap(([, { csv, annotations }]) => [csv, annotations].filter((blob) => blob !== null));
	let contents = await tree.read(wanted);
	let text = (blob) => blob === null ? "" : contents.get(blob)?.toString("utf8") ?? "";
	return bundles.map(([version, { csv, annotations }]) => readCatalogBundle(version, text(csv), text(annotations)));
}
async function content(tree, blob) {
	return (await tree.read([blob])).get(blob)?.toString("utf8") ?? "";
}
export { Mismatch as _, placeBundle as a, isPlainText as b, parseOlmRange as c, parseOpenShiftRange as d, catalogMode as f, readStream as g, SUPPORTED_KINDS as h, reportBundle as i, readSubmission as l, BundleDirectory as m, githubCatalog as n, drawChannels as o, field$1 as p, findingBlocks as r, validateBundle as s, readOperator as t, newestKubernetes as u, Normalizer as v, goNumber as y };
