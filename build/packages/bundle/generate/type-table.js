/**
 * The fields of the Go structs that operator-sdk v1.42.3 passes objects through (k8s.io/api and apiextensions-apiserver
 * v0.33, operator-framework/api v0.34), as reflection lists them; what is not here, encoding/json drops.
 *
 * `name` is a text that is left out when it is empty. `!` is for a field that is always written, `*` for a pointer,
 * `:type` for another type, `[]` and `{}` for lists of it and for maps from texts to it, `@` for a type that reads and
 * writes itself (./special-types.ts).
 */
export const TYPE_TABLE = `
MutatingWebhookConfiguration = kind apiVersion metadata:ObjectMeta webhooks:[]MutatingWebhook
ObjectMeta = name generateName namespace selfLink uid resourceVersion generation:int creationTimestamp:@Time
  deletionTimestamp*:@Time deletionGracePeriodSeconds*:int labels:{} annotations:{} ownerReferences:[]OwnerReference
  finalizers:[] managedFields:[]ManagedFieldsEntry
OwnerReference = apiVersion! kind! name! uid! controller*:bool blockOwnerDeletion*:bool
ManagedFieldsEntry = manager operation apiVersion time*:@Time fieldsType fieldsV1*:@FieldsV1 subresource
MutatingWebhook = name! clientConfig!:AdmissionWebhookClientConfig rules:[]RuleWithOperations failurePolicy*
  matchPolicy* namespaceSelector*:LabelSelector objectSelector*:LabelSelector sideEffects!* timeoutSeconds*:int
  admissionReviewVersions!:[] reinvocationPolicy* matchConditions:[]MatchCondition
AdmissionWebhookClientConfig = url* service*:AdmissionServiceReference caBundle:bytes
AdmissionServiceReference = namespace! name! path* port*:int
RuleWithOperations = operations:[] apiGroups:[] apiVersions:[] resources:[] scope*
LabelSelector = matchLabels:{} matchExpressions:[]LabelSelectorRequirement
LabelSelectorRequirement = key! operator! values:[]
MatchCondition = name! expression!
ValidatingWebhookConfiguration = kind apiVersion metadata:ObjectMeta webhooks:[]ValidatingWebhook
ValidatingWebhook = name! clientConfig!:AdmissionWebhookClientConfig rules:[]RuleWithOperations failurePolicy*
  matchPolicy* namespaceSelector*:LabelSelector objectSelector*:LabelSelector sideEffects!* timeoutSeconds*:int
  admissionReviewVersions!:[] matchConditions:[]MatchCondition
CustomResourceDefinition = kind apiVersion metadata:ObjectMeta spec!:CustomResourceDefinitionSpec
  status:CustomResourceDefinitionStatus
CustomResourceDefinitionSpec = group! names!:CustomResourceDefinitionNames scope!
  versions!:[]CustomResourceDefinitionVersion conversion*:CustomResourceConversion preserveUnknownFields:bool
CustomResourceDefinitionNames = plural! singular shortNames:[] kind! listKind categories:[]
CustomResourceDefinitionVersion = name! served!:bool storage!:bool deprecated:bool deprecationWarning*
  schema*:CustomResourceValidation subresources*:CustomResourceSubresources
  additionalPrinterColumns:[]CustomResourceColumnDefinition selectableFields:[]SelectableField
CustomResourceValidation = openAPIV3Schema*:JSONSchemaProps
JSONSchemaProps = id $schema $ref* description type format title default*:@JSON maximum*:float exclusiveMaximum:bool
  minimum*:float exclusiveMinimum:bool maxLength*:int minLength*:int pattern maxItems*:int minItems*:int
  uniqueItems:bool multipleOf*:float enum:[]@JSON maxProperties*:int minProperties*:int required:[]
  items*:@JSONSchemaPropsOrArray allOf:[]JSONSchemaProps oneOf:[]JSONSchemaProps anyOf:[]JSONSchemaProps
  not*:JSONSchemaProps properties:{}JSONSchemaProps additionalProperties*:@JSONSchemaPropsOrBool
  patternProperties:{}JSONSchemaProps dependencies:{}@JSONSchemaPropsOrStringArray
  additionalItems*:@JSONSchemaPropsOrBool definitions:{}JSONSchemaProps externalDocs*:ExternalDocumentation
  example*:@JSON nullable:bool x-kubernetes-preserve-unknown-fields*:bool x-kubernetes-embedded-resource:bool
  x-kubernetes-int-or-string:bool x-kubernetes-list-map-keys:[] x-kubernetes-list-type* x-kubernetes-map-type*
  x-kubernetes-validations:[]ValidationRule
ExternalDocumentation = description url
ValidationRule = rule! message messageExpression reason* fieldPath optionalOldSelf*:bool
CustomResourceSubresources = status*:CustomResourceSubresourceStatus scale*:CustomResourceSubresourceScale
CustomResourceSubresourceStatus =
CustomResourceSubresourceScale = specReplicasPath! statusReplicasPath! labelSelectorPath*
CustomResourceColumnDefinition = name! type! format description priority:int jsonPath!
SelectableField = jsonPath!
CustomResourceConversion = strategy! webhook*:WebhookConversion
WebhookConversion = clientConfig*:WebhookClientConfig conversionReviewVersions!:[]
WebhookClientConfig = url* service*:ServiceReference caBundle:bytes
ServiceReference = namespace! name! path* port*:int
CustomResourceDefinitionStatus = conditions!:[]CustomResourceDefinitionCondition
  acceptedNames!:CustomResourceDefinitionNames storedVersions!:[]
CustomResourceDefinitionCondition = type! status! lastTransitionTime:@Time reason message
CustomResourceDefinitionBeta = kind apiVersion metadata:ObjectMeta spec!:CustomResourceDefinitionSpecBeta
  status:CustomResourceDefinitionStatus
CustomResourceDefinitionSpecBeta = group! version names!:CustomResourceDefinitionNames scope!
  validation*:CustomResourceValidation subresources*:CustomResourceSubresources
  versions:[]CustomResourceDefinitionVersionBeta additionalPrinterColumns:[]CustomResourceColumnDefinitionBeta
  selectableFields:[]SelectableField conversion*:CustomResourceConversionBeta preserveUnknownFields*:bool
CustomResourceDefinitionVersionBeta = name! served!:bool storage!:bool deprecated:bool deprecationWarning*
  schema*:CustomResourceValidation subresources*:CustomResourceSubresources
  additionalPrinterColumns:[]CustomResourceColumnDefinitionBeta selectableFields:[]SelectableField
CustomResourceColumnDefinitionBeta = name! type! format description priority:int JSONPath!
CustomResourceConversionBeta = strategy! webhookClientConfig*:WebhookClientConfig conversionReviewVersions:[]
Deployment = kind apiVersion metadata:ObjectMeta spec:DeploymentSpec status:DeploymentStatus
DeploymentSpec = replicas*:int selector!*:LabelSelector template!:PodTemplateSpec strategy:DeploymentStrategy
  minReadySeconds:int revisionHistoryLimit*:int paused:bool progressDeadlineSeconds*:int
PodTemplateSpec = metadata:ObjectMeta spec:PodSpec
PodSpec = volumes:[]Volume initContainers:[]Container containers!:[]Container
  ephemeralContainers:[]EphemeralContainer restartPolicy terminationGracePeriodSeconds*:int
  activeDeadlineSeconds*:int dnsPolicy nodeSelector:{} serviceAccountName serviceAccount
  automountServiceAccountToken*:bool nodeName hostNetwork:bool hostPID:bool hostIPC:bool shareProcessNamespace*:bool
  securityContext*:PodSecurityContext imagePullSecrets:[]LocalObjectReference hostname subdomain affinity*:Affinity
  schedulerName tolerations:[]Toleration hostAliases:[]HostAlias priorityClassName priority*:int
  dnsConfig*:PodDNSConfig readinessGates:[]PodReadinessGate runtimeClassName* enableServiceLinks*:bool
  preemptionPolicy* overhead:{}@Quantity topologySpreadConstraints:[]TopologySpreadConstraint
  setHostnameAsFQDN*:bool os*:PodOS hostUsers*:bool schedulingGates:[]PodSchedulingGate
  resourceClaims:[]PodResourceClaim resources*:ResourceRequirements
Volume = name! hostPath*:HostPathVolumeSource emptyDir*:EmptyDirVolumeSource
  gcePersistentDisk*:GCEPersistentDiskVolumeSource awsElasticBlockStore*:AWSElasticBlockStoreVolumeSource
  gitRepo*:GitRepoVolumeSource secret*:SecretVolumeSource nfs*:NFSVolumeSource iscsi*:ISCSIVolumeSource
  glusterfs*:GlusterfsVolumeSource persistentVolumeClaim*:PersistentVolumeClaimVolumeSource rbd*:RBDVolumeSource
  flexVolume*:FlexVolumeSource cinder*:CinderVolumeSource cephfs*:CephFSVolumeSource flocker*:FlockerVolumeSource
  downwardAPI*:DownwardAPIVolumeSource fc*:FCVolumeSource azureFile*:AzureFileVolumeSource
  configMap*:ConfigMapVolumeSource vsphereVolume*:VsphereVirtualDiskVolumeSource quobyte*:QuobyteVolumeSource
  azureDisk*:AzureDiskVolumeSource photonPersistentDisk*:PhotonPersistentDiskVolumeSource
  projected*:ProjectedVolumeSource portworxVolume*:PortworxVolumeSource scaleIO*:ScaleIOVolumeSource
  storageos*:StorageOSVolumeSource csi*:CSIVolumeSource ephemeral*:EphemeralVolumeSource image*:ImageVolumeSource
HostPathVolumeSource = path! type*
EmptyDirVolumeSource = medium sizeLimit*:@Quantity
GCEPersistentDiskVolumeSource = pdName! fsType partition:int readOnly:bool
AWSElasticBlockStoreVolumeSource = volumeID! fsType partition:int readOnly:bool
GitRepoVolumeSource = repository! revision directory
SecretVolumeSource = secretName items:[]KeyToPath defaultMode*:int optional*:bool
KeyToPath = key! path! mode*:int
NFSVolumeSource = server! path! readOnly:bool
ISCSIVolumeSource = targetPortal! iqn! lun!:int iscsiInterface fsType readOnly:bool portals:[]
  chapAuthDiscovery:bool chapAuthSession:bool secretRef*:LocalObjectReference initiatorName*
LocalObjectReference = name
GlusterfsVolumeSource = endpoints! path! readOnly:bool
PersistentVolumeClaimVolumeSource = claimName! readOnly:bool
RBDVolumeSource = monitors!:[] image! fsType pool user keyring secretRef*:LocalObjectReference readOnly:bool
FlexVolumeSource = driver! fsType secretRef*:LocalObjectReference readOnly:bool options:{}
CinderVolumeSource = volumeID! fsType readOnly:bool secretRef*:LocalObjectReference
CephFSVolumeSource = monitors!:[] path user secretFile secretRef*:LocalObjectReference readOnly:bool
FlockerVolumeSource = datasetName datasetUUID
DownwardAPIVolumeSource = items:[]DownwardAPIVolumeFile defaultMode*:int
DownwardAPIVolumeFile = path! fieldRef*:ObjectFieldSelector resourceFieldRef*:ResourceFieldSelector mode*:int
ObjectFieldSelector = apiVersion fieldPath!
ResourceFieldSelector = containerName resource! divisor:@Quantity
FCVolumeSource = targetWWNs:[] lun*:int fsType readOnly:bool wwids:[]
AzureFileVolumeSource = secretName! shareName! readOnly:bool
ConfigMapVolumeSource = name items:[]KeyToPath defaultMode*:int optional*:bool
VsphereVirtualDiskVolumeSource = volumePath! fsType storagePolicyName storagePolicyID
QuobyteVolumeSource = registry! volume! readOnly:bool user group tenant
AzureDiskVolumeSource = diskName! diskURI! cachingMode* fsType* readOnly*:bool kind*
PhotonPersistentDiskVolumeSource = pdID! fsType
ProjectedVolumeSource = sources!:[]VolumeProjection defaultMode*:int
VolumeProjection = secret*:SecretProjection downwardAPI*:DownwardAPIProjection configMap*:ConfigMapProjection
  serviceAccountToken*:ServiceAccountTokenProjection clusterTrustBundle*:ClusterTrustBundleProjection
SecretProjection = name items:[]KeyToPath optional*:bool
DownwardAPIProjection = items:[]DownwardAPIVolumeFile
ConfigMapProjection = name items:[]KeyToPath optional*:bool
ServiceAccountTokenProjection = audience expirationSeconds*:int path!
ClusterTrustBundleProjection = name* signerName* labelSelector*:LabelSelector optional*:bool path!
PortworxVolumeSource = volumeID! fsType readOnly:bool
ScaleIOVolumeSource = gateway! system! secretRef!*:LocalObjectReference sslEnabled:bool protectionDomain storagePool
  storageMode volumeName fsType readOnly:bool
StorageOSVolumeSource = volumeName volumeNamespace fsType readOnly:bool secretRef*:LocalObjectReference
CSIVolumeSource = driver! readOnly*:bool fsType* volumeAttributes:{} nodePublishSecretRef*:LocalObjectReference
EphemeralVolumeSource = volumeClaimTemplate*:PersistentVolumeClaimTemplate
PersistentVolumeClaimTemplate = metadata:ObjectMeta spec!:PersistentVolumeClaimSpec
PersistentVolumeClaimSpec = accessModes:[] selector*:LabelSelector resources:VolumeResourceRequirements volumeName
  storageClassName* volumeMode* dataSource*:TypedLocalObjectReference dataSourceRef*:TypedObjectReference
  volumeAttributesClassName*
VolumeResourceRequirements = limits:{}@Quantity requests:{}@Quantity
TypedLocalObjectReference = apiGroup!* kind! name!
TypedObjectReference = apiGroup!* kind! name! namespace*
ImageVolumeSource = reference pullPolicy
Container = name! image command:[] args:[] workingDir ports:[]ContainerPort envFrom:[]EnvFromSource env:[]EnvVar
  resources:ResourceRequirements resizePolicy:[]ContainerResizePolicy restartPolicy* volumeMounts:[]VolumeMount
  volumeDevices:[]VolumeDevice livenessProbe*:Probe readinessProbe*:Probe startupProbe*:Probe lifecycle*:Lifecycle
  terminationMessagePath terminationMessagePolicy imagePullPolicy securityContext*:SecurityContext stdin:bool
  stdinOnce:bool tty:bool
ContainerPort = name hostPort:int containerPort!:int protocol hostIP
EnvFromSource = prefix configMapRef*:ConfigMapEnvSource secretRef*:SecretEnvSource
ConfigMapEnvSource = name optional*:bool
SecretEnvSource = name optional*:bool
EnvVar = name! value valueFrom*:EnvVarSource
EnvVarSource = fieldRef*:ObjectFieldSelector resourceFieldRef*:ResourceFieldSelector
  configMapKeyRef*:ConfigMapKeySelector secretKeyRef*:SecretKeySelector
ConfigMapKeySelector = name key! optional*:bool
SecretKeySelector = name key! optional*:bool
ResourceRequirements = limits:{}@Quantity requests:{}@Quantity claims:[]ResourceClaim
ResourceClaim = name! request
ContainerResizePolicy = resourceName! restartPolicy!
VolumeMount = name! readOnly:bool recursiveReadOnly* mountPath! subPath mountPropagation* subPathExpr
VolumeDevice = name! devicePath!
Probe = exec*:ExecAction httpGet*:HTTPGetAction tcpSocket*:TCPSocketAction grpc*:GRPCAction initialDelaySeconds:int
  timeoutSeconds:int periodSeconds:int successThreshold:int failureThreshold:int terminationGracePeriodSeconds*:int
ExecAction = command:[]
HTTPGetAction = path port!:@IntOrString host scheme httpHeaders:[]HTTPHeader
HTTPHeader = name! value!
TCPSocketAction = port!:@IntOrString host
GRPCAction = port!:int service!*
Lifecycle = postStart*:LifecycleHandler preStop*:LifecycleHandler stopSignal*
LifecycleHandler = exec*:ExecAction httpGet*:HTTPGetAction tcpSocket*:TCPSocketAction sleep*:SleepAction
SleepAction = seconds!:int
SecurityContext = capabilities*:Capabilities privileged*:bool seLinuxOptions*:SELinuxOptions
  windowsOptions*:WindowsSecurityContextOptions runAsUser*:int runAsGroup*:int runAsNonRoot*:bool
  readOnlyRootFilesystem*:bool allowPrivilegeEscalation*:bool procMount* seccompProfile*:SeccompProfile
  appArmorProfile*:AppArmorProfile
Capabilities = add:[] drop:[]
SELinuxOptions = user role type level
WindowsSecurityContextOptions = gmsaCredentialSpecName* gmsaCredentialSpec* runAsUserName* hostProcess*:bool
SeccompProfile = type! localhostProfile*
AppArmorProfile = type! localhostProfile*
EphemeralContainer = name! image command:[] args:[] workingDir ports:[]ContainerPort envFrom:[]EnvFromSource
  env:[]EnvVar resources:ResourceRequirements resizePolicy:[]ContainerResizePolicy restartPolicy*
  volumeMounts:[]VolumeMount volumeDevices:[]VolumeDevice livenessProbe*:Probe readinessProbe*:Probe
  startupProbe*:Probe lifecycle*:Lifecycle terminationMessagePath terminationMessagePolicy imagePullPolicy
  securityContext*:SecurityContext stdin:bool stdinOnce:bool tty:bool targetContainerName
PodSecurityContext = seLinuxOptions*:SELinuxOptions windowsOptions*:WindowsSecurityContextOptions runAsUser*:int
  runAsGroup*:int runAsNonRoot*:bool supplementalGroups:[]int supplementalGroupsPolicy* fsGroup*:int
  sysctls:[]Sysctl fsGroupChangePolicy* seccompProfile*:SeccompProfile appArmorProfile*:AppArmorProfile
  seLinuxChangePolicy*
Sysctl = name! value!
Affinity = nodeAffinity*:NodeAffinity podAffinity*:PodAffinity podAntiAffinity*:PodAntiAffinity
NodeAffinity = requiredDuringSchedulingIgnoredDuringExecution*:NodeSelector
  preferredDuringSchedulingIgnoredDuringExecution:[]PreferredSchedulingTerm
NodeSelector = nodeSelectorTerms!:[]NodeSelectorTerm
NodeSelectorTerm = matchExpressions:[]NodeSelectorRequirement matchFields:[]NodeSelectorRequirement
NodeSelectorRequirement = key! operator! values:[]
PreferredSchedulingTerm = weight!:int preference!:NodeSelectorTerm
PodAffinity = requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm
  preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
PodAffinityTerm = labelSelector*:LabelSelector namespaces:[] topologyKey! namespaceSelector*:LabelSelector
  matchLabelKeys:[] mismatchLabelKeys:[]
WeightedPodAffinityTerm = weight!:int podAffinityTerm!:PodAffinityTerm
PodAntiAffinity = requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm
  preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
Toleration = key operator value effect tolerationSeconds*:int
HostAlias = ip! hostnames:[]
PodDNSConfig = nameservers:[] searches:[] options:[]PodDNSConfigOption
PodDNSConfigOption = name value*
PodReadinessGate = conditionType!
TopologySpreadConstraint = maxSkew!:int topologyKey! whenUnsatisfiable! labelSelector*:LabelSelector minDomains*:int
  nodeAffinityPolicy* nodeTaintsPolicy* matchLabelKeys:[]
PodOS = name!
PodSchedulingGate = name!
PodResourceClaim = name! resourceClaimName* resourceClaimTemplateName*
DeploymentStrategy = type rollingUpdate*:RollingUpdateDeployment
RollingUpdateDeployment = maxUnavailable*:@IntOrString maxSurge*:@IntOrString
DeploymentStatus = observedGeneration:int replicas:int updatedReplicas:int readyReplicas:int availableReplicas:int
  unavailableReplicas:int terminatingReplicas*:int conditions:[]DeploymentCondition collisionCount*:int
DeploymentCondition = type! status! lastUpdateTime:@Time lastTransitionTime:@Time reason message
ClusterServiceVersion = kind apiVersion metadata!:ObjectMeta spec!:ClusterServiceVersionSpec
  status!:ClusterServiceVersionStatus
ClusterServiceVersionSpec = install!:NamedInstallStrategy version:@OperatorVersion maturity
  customresourcedefinitions:CustomResourceDefinitions apiservicedefinitions:APIServiceDefinitions
  webhookdefinitions:[]WebhookDescription nativeAPIs:[]GroupVersionKind minKubeVersion displayName! description
  keywords:[] maintainers:[]Maintainer provider:AppLink links:[]AppLink icon:[]Icon installModes:[]InstallMode
  replaces labels:{} annotations:{} selector*:LabelSelector cleanup:CleanupSpec skips:[]
  relatedImages:[]RelatedImage
NamedInstallStrategy = strategy! spec:StrategyDetailsDeployment
StrategyDetailsDeployment = deployments!:[]StrategyDeploymentSpec permissions:[]StrategyDeploymentPermissions
  clusterPermissions:[]StrategyDeploymentPermissions
StrategyDeploymentSpec = name! spec!:DeploymentSpec label:{}
StrategyDeploymentPermissions = serviceAccountName! rules!:[]PolicyRule
PolicyRule = verbs!:[] apiGroups:[] resources:[] resourceNames:[] nonResourceURLs:[]
CustomResourceDefinitions = owned:[]CRDDescription required:[]CRDDescription
CRDDescription = name! version! kind! displayName description resources:[]APIResourceReference
  statusDescriptors:[]StatusDescriptor specDescriptors:[]SpecDescriptor actionDescriptors:[]ActionDescriptor
APIResourceReference = name! kind! version!
StatusDescriptor = path! displayName description x-descriptors:[] value*:@JSON
SpecDescriptor = path! displayName description x-descriptors:[] value*:@JSON
ActionDescriptor = path! displayName description x-descriptors:[] value*:@JSON
APIServiceDefinitions = owned:[]APIServiceDescription required:[]APIServiceDescription
APIServiceDescription = name! group! version! kind! deploymentName containerPort:int displayName description
  resources:[]APIResourceReference statusDescriptors:[]StatusDescriptor specDescriptors:[]SpecDescriptor
  actionDescriptors:[]ActionDescriptor
WebhookDescription = generateName! type! deploymentName containerPort:int targetPort*:@IntOrString
  rules:[]RuleWithOperations failurePolicy* matchPolicy* objectSelector*:LabelSelector sideEffects!*
  timeoutSeconds*:int admissionReviewVersions!:[] reinvocationPolicy* webhookPath* conversionCRDs:[]
GroupVersionKind = group! version! kind!
Maintainer = name email
AppLink = name url
Icon = base64data! mediatype!
InstallMode = type! supported!:bool
CleanupSpec = enabled!:bool
RelatedImage = name! image!
ClusterServiceVersionStatus = phase message reason lastUpdateTime*:@Time lastTransitionTime*:@Time
  conditions:[]ClusterServiceVersionCondition requirementStatus:[]RequirementStatus certsLastUpdated*:@Time
  certsRotateAt*:@Time cleanup:CleanupStatus
ClusterServiceVersionCondition = phase message reason lastUpdateTime*:@Time lastTransitionTime*:@Time
RequirementStatus = group! version! kind! name! status! message! uuid dependents:[]DependentStatus
DependentStatus = group! version! kind! status! uuid message
CleanupStatus = pendingDeletion:[]ResourceList
ResourceList = group! kind! instances!:[]ResourceInstance
ResourceInstance = name! namespace
ClusterRole = kind apiVersion metadata:ObjectMeta rules!:[]PolicyRule aggregationRule*:AggregationRule
AggregationRule = clusterRoleSelectors:[]LabelSelector
ClusterRoleBinding = kind apiVersion metadata:ObjectMeta subjects:[]Subject roleRef!:RoleRef
Subject = kind! apiGroup name! namespace
RoleRef = apiGroup! kind! name!
Role = kind apiVersion metadata:ObjectMeta rules!:[]PolicyRule
RoleBinding = kind apiVersion metadata:ObjectMeta subjects:[]Subject roleRef!:RoleRef
Configuration = kind apiVersion metadata:ConfigurationMetadata stages!:[]StageConfiguration storage:Storage
  serviceaccount
ConfigurationMetadata = name
StageConfiguration = parallel:bool tests!:[]TestConfiguration
TestConfiguration = image! uniqueID entrypoint:[] labels:{} storage:Storage
Storage = spec!:StorageSpec
StorageSpec = mountPath:MountPath
MountPath = path
Service = kind apiVersion metadata:ObjectMeta spec:ServiceSpec status:ServiceStatus
ServiceSpec = ports:[]ServicePort selector:{} clusterIP clusterIPs:[] type externalIPs:[] sessionAffinity
  loadBalancerIP loadBalancerSourceRanges:[] externalName externalTrafficPolicy healthCheckNodePort:int
  publishNotReadyAddresses:bool sessionAffinityConfig*:SessionAffinityConfig ipFamilies:[] ipFamilyPolicy*
  allocateLoadBalancerNodePorts*:bool loadBalancerClass* internalTrafficPolicy* trafficDistribution*
ServicePort = name protocol appProtocol* port!:int targetPort:@IntOrString nodePort:int
SessionAffinityConfig = clientIP*:ClientIPConfig
ClientIPConfig = timeoutSeconds*:int
ServiceStatus = loadBalancer:LoadBalancerStatus conditions:[]Condition
LoadBalancerStatus = ingress:[]LoadBalancerIngress
LoadBalancerIngress = ip hostname ipMode* ports:[]PortStatus
PortStatus = port!:int protocol! error*
Condition = type! status! observedGeneration:int lastTransitionTime!:@Time reason! message!
ServiceAccount = kind apiVersion metadata:ObjectMeta secrets:[]ObjectReference
  imagePullSecrets:[]LocalObjectReference automountServiceAccountToken*:bool
ObjectReference = kind namespace name uid apiVersion resourceVersion fieldPath
`
