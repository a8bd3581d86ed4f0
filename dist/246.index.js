export const id = 246;

export const ids = [ 246 ];

export const modules = {
  5865: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      default: () => gen_bundle_action
    });
    var action = __webpack_require__(9247);
    var packages_plan = __webpack_require__(1380);
    var yaml = __webpack_require__(5517);
    const TYPE_TABLE = `\nMutatingWebhookConfiguration = kind apiVersion metadata:ObjectMeta webhooks:[]MutatingWebhook\nObjectMeta = name generateName namespace selfLink uid resourceVersion generation:int creationTimestamp:@Time\n  deletionTimestamp*:@Time deletionGracePeriodSeconds*:int labels:{} annotations:{} ownerReferences:[]OwnerReference\n  finalizers:[] managedFields:[]ManagedFieldsEntry\nOwnerReference = apiVersion! kind! name! uid! controller*:bool blockOwnerDeletion*:bool\nManagedFieldsEntry = manager operation apiVersion time*:@Time fieldsType fieldsV1*:@FieldsV1 subresource\nMutatingWebhook = name! clientConfig!:AdmissionWebhookClientConfig rules:[]RuleWithOperations failurePolicy*\n  matchPolicy* namespaceSelector*:LabelSelector objectSelector*:LabelSelector sideEffects!* timeoutSeconds*:int\n  admissionReviewVersions!:[] reinvocationPolicy* matchConditions:[]MatchCondition\nAdmissionWebhookClientConfig = url* service*:AdmissionServiceReference caBundle:bytes\nAdmissionServiceReference = namespace! name! path* port*:int\nRuleWithOperations = operations:[] apiGroups:[] apiVersions:[] resources:[] scope*\nLabelSelector = matchLabels:{} matchExpressions:[]LabelSelectorRequirement\nLabelSelectorRequirement = key! operator! values:[]\nMatchCondition = name! expression!\nValidatingWebhookConfiguration = kind apiVersion metadata:ObjectMeta webhooks:[]ValidatingWebhook\nValidatingWebhook = name! clientConfig!:AdmissionWebhookClientConfig rules:[]RuleWithOperations failurePolicy*\n  matchPolicy* namespaceSelector*:LabelSelector objectSelector*:LabelSelector sideEffects!* timeoutSeconds*:int\n  admissionReviewVersions!:[] matchConditions:[]MatchCondition\nCustomResourceDefinition = kind apiVersion metadata:ObjectMeta spec!:CustomResourceDefinitionSpec\n  status:CustomResourceDefinitionStatus\nCustomResourceDefinitionSpec = group! names!:CustomResourceDefinitionNames scope!\n  versions!:[]CustomResourceDefinitionVersion conversion*:CustomResourceConversion preserveUnknownFields:bool\nCustomResourceDefinitionNames = plural! singular shortNames:[] kind! listKind categories:[]\nCustomResourceDefinitionVersion = name! served!:bool storage!:bool deprecated:bool deprecationWarning*\n  schema*:CustomResourceValidation subresources*:CustomResourceSubresources\n  additionalPrinterColumns:[]CustomResourceColumnDefinition selectableFields:[]SelectableField\nCustomResourceValidation = openAPIV3Schema*:JSONSchemaProps\nJSONSchemaProps = id $schema $ref* description type format title default*:@JSON maximum*:float exclusiveMaximum:bool\n  minimum*:float exclusiveMinimum:bool maxLength*:int minLength*:int pattern maxItems*:int minItems*:int\n  uniqueItems:bool multipleOf*:float enum:[]@JSON maxProperties*:int minProperties*:int required:[]\n  items*:@JSONSchemaPropsOrArray allOf:[]JSONSchemaProps oneOf:[]JSONSchemaProps anyOf:[]JSONSchemaProps\n  not*:JSONSchemaProps properties:{}JSONSchemaProps additionalProperties*:@JSONSchemaPropsOrBool\n  patternProperties:{}JSONSchemaProps dependencies:{}@JSONSchemaPropsOrStringArray\n  additionalItems*:@JSONSchemaPropsOrBool definitions:{}JSONSchemaProps externalDocs*:ExternalDocumentation\n  example*:@JSON nullable:bool x-kubernetes-preserve-unknown-fields*:bool x-kubernetes-embedded-resource:bool\n  x-kubernetes-int-or-string:bool x-kubernetes-list-map-keys:[] x-kubernetes-list-type* x-kubernetes-map-type*\n  x-kubernetes-validations:[]ValidationRule\nExternalDocumentation = description url\nValidationRule = rule! message messageExpression reason* fieldPath optionalOldSelf*:bool\nCustomResourceSubresources = status*:CustomResourceSubresourceStatus scale*:CustomResourceSubresourceScale\nCustomResourceSubresourceStatus =\nCustomResourceSubresourceScale = specReplicasPath! statusReplicasPath! labelSelectorPath*\nCustomResourceColumnDefinition = name! type! format description priority:int jsonPath!\nSelectableField = jsonPath!\nCustomResourceConversion = strategy! webhook*:WebhookConversion\nWebhookConversion = clientConfig*:WebhookClientConfig conversionReviewVersions!:[]\nWebhookClientConfig = url* service*:ServiceReference caBundle:bytes\nServiceReference = namespace! name! path* port*:int\nCustomResourceDefinitionStatus = conditions!:[]CustomResourceDefinitionCondition\n  acceptedNames!:CustomResourceDefinitionNames storedVersions!:[]\nCustomResourceDefinitionCondition = type! status! lastTransitionTime:@Time reason message\nCustomResourceDefinitionBeta = kind apiVersion metadata:ObjectMeta spec!:CustomResourceDefinitionSpecBeta\n  status:CustomResourceDefinitionStatus\nCustomResourceDefinitionSpecBeta = group! version names!:CustomResourceDefinitionNames scope!\n  validation*:CustomResourceValidation subresources*:CustomResourceSubresources\n  versions:[]CustomResourceDefinitionVersionBeta additionalPrinterColumns:[]CustomResourceColumnDefinitionBeta\n  selectableFields:[]SelectableField conversion*:CustomResourceConversionBeta preserveUnknownFields*:bool\nCustomResourceDefinitionVersionBeta = name! served!:bool storage!:bool deprecated:bool deprecationWarning*\n  schema*:CustomResourceValidation subresources*:CustomResourceSubresources\n  additionalPrinterColumns:[]CustomResourceColumnDefinitionBeta selectableFields:[]SelectableField\nCustomResourceColumnDefinitionBeta = name! type! format description priority:int JSONPath!\nCustomResourceConversionBeta = strategy! webhookClientConfig*:WebhookClientConfig conversionReviewVersions:[]\nDeployment = kind apiVersion metadata:ObjectMeta spec:DeploymentSpec status:DeploymentStatus\nDeploymentSpec = replicas*:int selector!*:LabelSelector template!:PodTemplateSpec strategy:DeploymentStrategy\n  minReadySeconds:int revisionHistoryLimit*:int paused:bool progressDeadlineSeconds*:int\nPodTemplateSpec = metadata:ObjectMeta spec:PodSpec\nPodSpec = volumes:[]Volume initContainers:[]Container containers!:[]Container\n  ephemeralContainers:[]EphemeralContainer restartPolicy terminationGracePeriodSeconds*:int\n  activeDeadlineSeconds*:int dnsPolicy nodeSelector:{} serviceAccountName serviceAccount\n  automountServiceAccountToken*:bool nodeName hostNetwork:bool hostPID:bool hostIPC:bool shareProcessNamespace*:bool\n  securityContext*:PodSecurityContext imagePullSecrets:[]LocalObjectReference hostname subdomain affinity*:Affinity\n  schedulerName tolerations:[]Toleration hostAliases:[]HostAlias priorityClassName priority*:int\n  dnsConfig*:PodDNSConfig readinessGates:[]PodReadinessGate runtimeClassName* enableServiceLinks*:bool\n  preemptionPolicy* overhead:{}@Quantity topologySpreadConstraints:[]TopologySpreadConstraint\n  setHostnameAsFQDN*:bool os*:PodOS hostUsers*:bool schedulingGates:[]PodSchedulingGate\n  resourceClaims:[]PodResourceClaim resources*:ResourceRequirements\nVolume = name! hostPath*:HostPathVolumeSource emptyDir*:EmptyDirVolumeSource\n  gcePersistentDisk*:GCEPersistentDiskVolumeSource awsElasticBlockStore*:AWSElasticBlockStoreVolumeSource\n  gitRepo*:GitRepoVolumeSource secret*:SecretVolumeSource nfs*:NFSVolumeSource iscsi*:ISCSIVolumeSource\n  glusterfs*:GlusterfsVolumeSource persistentVolumeClaim*:PersistentVolumeClaimVolumeSource rbd*:RBDVolumeSource\n  flexVolume*:FlexVolumeSource cinder*:CinderVolumeSource cephfs*:CephFSVolumeSource flocker*:FlockerVolumeSource\n  downwardAPI*:DownwardAPIVolumeSource fc*:FCVolumeSource azureFile*:AzureFileVolumeSource\n  configMap*:ConfigMapVolumeSource vsphereVolume*:VsphereVirtualDiskVolumeSource quobyte*:QuobyteVolumeSource\n  azureDisk*:AzureDiskVolumeSource photonPersistentDisk*:PhotonPersistentDiskVolumeSource\n  projected*:ProjectedVolumeSource portworxVolume*:PortworxVolumeSource scaleIO*:ScaleIOVolumeSource\n  storageos*:StorageOSVolumeSource csi*:CSIVolumeSource ephemeral*:EphemeralVolumeSource image*:ImageVolumeSource\nHostPathVolumeSource = path! type*\nEmptyDirVolumeSource = medium sizeLimit*:@Quantity\nGCEPersistentDiskVolumeSource = pdName! fsType partition:int readOnly:bool\nAWSElasticBlockStoreVolumeSource = volumeID! fsType partition:int readOnly:bool\nGitRepoVolumeSource = repository! revision directory\nSecretVolumeSource = secretName items:[]KeyToPath defaultMode*:int optional*:bool\nKeyToPath = key! path! mode*:int\nNFSVolumeSource = server! path! readOnly:bool\nISCSIVolumeSource = targetPortal! iqn! lun!:int iscsiInterface fsType readOnly:bool portals:[]\n  chapAuthDiscovery:bool chapAuthSession:bool secretRef*:LocalObjectReference initiatorName*\nLocalObjectReference = name\nGlusterfsVolumeSource = endpoints! path! readOnly:bool\nPersistentVolumeClaimVolumeSource = claimName! readOnly:bool\nRBDVolumeSource = monitors!:[] image! fsType pool user keyring secretRef*:LocalObjectReference readOnly:bool\nFlexVolumeSource = driver! fsType secretRef*:LocalObjectReference readOnly:bool options:{}\nCinderVolumeSource = volumeID! fsType readOnly:bool secretRef*:LocalObjectReference\nCephFSVolumeSource = monitors!:[] path user secretFile secretRef*:LocalObjectReference readOnly:bool\nFlockerVolumeSource = datasetName datasetUUID\nDownwardAPIVolumeSource = items:[]DownwardAPIVolumeFile defaultMode*:int\nDownwardAPIVolumeFile = path! fieldRef*:ObjectFieldSelector resourceFieldRef*:ResourceFieldSelector mode*:int\nObjectFieldSelector = apiVersion fieldPath!\nResourceFieldSelector = containerName resource! divisor:@Quantity\nFCVolumeSource = targetWWNs:[] lun*:int fsType readOnly:bool wwids:[]\nAzureFileVolumeSource = secretName! shareName! readOnly:bool\nConfigMapVolumeSource = name items:[]KeyToPath defaultMode*:int optional*:bool\nVsphereVirtualDiskVolumeSource = volumePath! fsType storagePolicyName storagePolicyID\nQuobyteVolumeSource = registry! volume! readOnly:bool user group tenant\nAzureDiskVolumeSource = diskName! diskURI! cachingMode* fsType* readOnly*:bool kind*\nPhotonPersistentDiskVolumeSource = pdID! fsType\nProjectedVolumeSource = sources!:[]VolumeProjection defaultMode*:int\nVolumeProjection = secret*:SecretProjection downwardAPI*:DownwardAPIProjection configMap*:ConfigMapProjection\n  serviceAccountToken*:ServiceAccountTokenProjection clusterTrustBundle*:ClusterTrustBundleProjection\nSecretProjection = name items:[]KeyToPath optional*:bool\nDownwardAPIProjection = items:[]DownwardAPIVolumeFile\nConfigMapProjection = name items:[]KeyToPath optional*:bool\nServiceAccountTokenProjection = audience expirationSeconds*:int path!\nClusterTrustBundleProjection = name* signerName* labelSelector*:LabelSelector optional*:bool path!\nPortworxVolumeSource = volumeID! fsType readOnly:bool\nScaleIOVolumeSource = gateway! system! secretRef!*:LocalObjectReference sslEnabled:bool protectionDomain storagePool\n  storageMode volumeName fsType readOnly:bool\nStorageOSVolumeSource = volumeName volumeNamespace fsType readOnly:bool secretRef*:LocalObjectReference\nCSIVolumeSource = driver! readOnly*:bool fsType* volumeAttributes:{} nodePublishSecretRef*:LocalObjectReference\nEphemeralVolumeSource = volumeClaimTemplate*:PersistentVolumeClaimTemplate\nPersistentVolumeClaimTemplate = metadata:ObjectMeta spec!:PersistentVolumeClaimSpec\nPersistentVolumeClaimSpec = accessModes:[] selector*:LabelSelector resources:VolumeResourceRequirements volumeName\n  storageClassName* volumeMode* dataSource*:TypedLocalObjectReference dataSourceRef*:TypedObjectReference\n  volumeAttributesClassName*\nVolumeResourceRequirements = limits:{}@Quantity requests:{}@Quantity\nTypedLocalObjectReference = apiGroup!* kind! name!\nTypedObjectReference = apiGroup!* kind! name! namespace*\nImageVolumeSource = reference pullPolicy\nContainer = name! image command:[] args:[] workingDir ports:[]ContainerPort envFrom:[]EnvFromSource env:[]EnvVar\n  resources:ResourceRequirements resizePolicy:[]ContainerResizePolicy restartPolicy* volumeMounts:[]VolumeMount\n  volumeDevices:[]VolumeDevice livenessProbe*:Probe readinessProbe*:Probe startupProbe*:Probe lifecycle*:Lifecycle\n  terminationMessagePath terminationMessagePolicy imagePullPolicy securityContext*:SecurityContext stdin:bool\n  stdinOnce:bool tty:bool\nContainerPort = name hostPort:int containerPort!:int protocol hostIP\nEnvFromSource = prefix configMapRef*:ConfigMapEnvSource secretRef*:SecretEnvSource\nConfigMapEnvSource = name optional*:bool\nSecretEnvSource = name optional*:bool\nEnvVar = name! value valueFrom*:EnvVarSource\nEnvVarSource = fieldRef*:ObjectFieldSelector resourceFieldRef*:ResourceFieldSelector\n  configMapKeyRef*:ConfigMapKeySelector secretKeyRef*:SecretKeySelector\nConfigMapKeySelector = name key! optional*:bool\nSecretKeySelector = name key! optional*:bool\nResourceRequirements = limits:{}@Quantity requests:{}@Quantity claims:[]ResourceClaim\nResourceClaim = name! request\nContainerResizePolicy = resourceName! restartPolicy!\nVolumeMount = name! readOnly:bool recursiveReadOnly* mountPath! subPath mountPropagation* subPathExpr\nVolumeDevice = name! devicePath!\nProbe = exec*:ExecAction httpGet*:HTTPGetAction tcpSocket*:TCPSocketAction grpc*:GRPCAction initialDelaySeconds:int\n  timeoutSeconds:int periodSeconds:int successThreshold:int failureThreshold:int terminationGracePeriodSeconds*:int\nExecAction = command:[]\nHTTPGetAction = path port!:@IntOrString host scheme httpHeaders:[]HTTPHeader\nHTTPHeader = name! value!\nTCPSocketAction = port!:@IntOrString host\nGRPCAction = port!:int service!*\nLifecycle = postStart*:LifecycleHandler preStop*:LifecycleHandler stopSignal*\nLifecycleHandler = exec*:ExecAction httpGet*:HTTPGetAction tcpSocket*:TCPSocketAction sleep*:SleepAction\nSleepAction = seconds!:int\nSecurityContext = capabilities*:Capabilities privileged*:bool seLinuxOptions*:SELinuxOptions\n  windowsOptions*:WindowsSecurityContextOptions runAsUser*:int runAsGroup*:int runAsNonRoot*:bool\n  readOnlyRootFilesystem*:bool allowPrivilegeEscalation*:bool procMount* seccompProfile*:SeccompProfile\n  appArmorProfile*:AppArmorProfile\nCapabilities = add:[] drop:[]\nSELinuxOptions = user role type level\nWindowsSecurityContextOptions = gmsaCredentialSpecName* gmsaCredentialSpec* runAsUserName* hostProcess*:bool\nSeccompProfile = type! localhostProfile*\nAppArmorProfile = type! localhostProfile*\nEphemeralContainer = name! image command:[] args:[] workingDir ports:[]ContainerPort envFrom:[]EnvFromSource\n  env:[]EnvVar resources:ResourceRequirements resizePolicy:[]ContainerResizePolicy restartPolicy*\n  volumeMounts:[]VolumeMount volumeDevices:[]VolumeDevice livenessProbe*:Probe readinessProbe*:Probe\n  startupProbe*:Probe lifecycle*:Lifecycle terminationMessagePath terminationMessagePolicy imagePullPolicy\n  securityContext*:SecurityContext stdin:bool stdinOnce:bool tty:bool targetContainerName\nPodSecurityContext = seLinuxOptions*:SELinuxOptions windowsOptions*:WindowsSecurityContextOptions runAsUser*:int\n  runAsGroup*:int runAsNonRoot*:bool supplementalGroups:[]int supplementalGroupsPolicy* fsGroup*:int\n  sysctls:[]Sysctl fsGroupChangePolicy* seccompProfile*:SeccompProfile appArmorProfile*:AppArmorProfile\n  seLinuxChangePolicy*\nSysctl = name! value!\nAffinity = nodeAffinity*:NodeAffinity podAffinity*:PodAffinity podAntiAffinity*:PodAntiAffinity\nNodeAffinity = requiredDuringSchedulingIgnoredDuringExecution*:NodeSelector\n  preferredDuringSchedulingIgnoredDuringExecution:[]PreferredSchedulingTerm\nNodeSelector = nodeSelectorTerms!:[]NodeSelectorTerm\nNodeSelectorTerm = matchExpressions:[]NodeSelectorRequirement matchFields:[]NodeSelectorRequirement\nNodeSelectorRequirement = key! operator! values:[]\nPreferredSchedulingTerm = weight!:int preference!:NodeSelectorTerm\nPodAffinity = requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm\n  preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm\nPodAffinityTerm = labelSelector*:LabelSelector namespaces:[] topologyKey! namespaceSelector*:LabelSelector\n  matchLabelKeys:[] mismatchLabelKeys:[]\nWeightedPodAffinityTerm = weight!:int podAffinityTerm!:PodAffinityTerm\nPodAntiAffinity = requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm\n  preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm\nToleration = key operator value effect tolerationSeconds*:int\nHostAlias = ip! hostnames:[]\nPodDNSConfig = nameservers:[] searches:[] options:[]PodDNSConfigOption\nPodDNSConfigOption = name value*\nPodReadinessGate = conditionType!\nTopologySpreadConstraint = maxSkew!:int topologyKey! whenUnsatisfiable! labelSelector*:LabelSelector minDomains*:int\n  nodeAffinityPolicy* nodeTaintsPolicy* matchLabelKeys:[]\nPodOS = name!\nPodSchedulingGate = name!\nPodResourceClaim = name! resourceClaimName* resourceClaimTemplateName*\nDeploymentStrategy = type rollingUpdate*:RollingUpdateDeployment\nRollingUpdateDeployment = maxUnavailable*:@IntOrString maxSurge*:@IntOrString\nDeploymentStatus = observedGeneration:int replicas:int updatedReplicas:int readyReplicas:int availableReplicas:int\n  unavailableReplicas:int terminatingReplicas*:int conditions:[]DeploymentCondition collisionCount*:int\nDeploymentCondition = type! status! lastUpdateTime:@Time lastTransitionTime:@Time reason message\nClusterServiceVersion = kind apiVersion metadata!:ObjectMeta spec!:ClusterServiceVersionSpec\n  status!:ClusterServiceVersionStatus\nClusterServiceVersionSpec = install!:NamedInstallStrategy version:@OperatorVersion maturity\n  customresourcedefinitions:CustomResourceDefinitions apiservicedefinitions:APIServiceDefinitions\n  webhookdefinitions:[]WebhookDescription nativeAPIs:[]GroupVersionKind minKubeVersion displayName! description\n  keywords:[] maintainers:[]Maintainer provider:AppLink links:[]AppLink icon:[]Icon installModes:[]InstallMode\n  replaces labels:{} annotations:{} selector*:LabelSelector cleanup:CleanupSpec skips:[]\n  relatedImages:[]RelatedImage\nNamedInstallStrategy = strategy! spec:StrategyDetailsDeployment\nStrategyDetailsDeployment = deployments!:[]StrategyDeploymentSpec permissions:[]StrategyDeploymentPermissions\n  clusterPermissions:[]StrategyDeploymentPermissions\nStrategyDeploymentSpec = name! spec!:DeploymentSpec label:{}\nStrategyDeploymentPermissions = serviceAccountName! rules!:[]PolicyRule\nPolicyRule = verbs!:[] apiGroups:[] resources:[] resourceNames:[] nonResourceURLs:[]\nCustomResourceDefinitions = owned:[]CRDDescription required:[]CRDDescription\nCRDDescription = name! version! kind! displayName description resources:[]APIResourceReference\n  statusDescriptors:[]StatusDescriptor specDescriptors:[]SpecDescriptor actionDescriptors:[]ActionDescriptor\nAPIResourceReference = name! kind! version!\nStatusDescriptor = path! displayName description x-descriptors:[] value*:@JSON\nSpecDescriptor = path! displayName description x-descriptors:[] value*:@JSON\nActionDescriptor = path! displayName description x-descriptors:[] value*:@JSON\nAPIServiceDefinitions = owned:[]APIServiceDescription required:[]APIServiceDescription\nAPIServiceDescription = name! group! version! kind! deploymentName containerPort:int displayName description\n  resources:[]APIResourceReference statusDescriptors:[]StatusDescriptor specDescriptors:[]SpecDescriptor\n  actionDescriptors:[]ActionDescriptor\nWebhookDescription = generateName! type! deploymentName containerPort:int targetPort*:@IntOrString\n  rules:[]RuleWithOperations failurePolicy* matchPolicy* objectSelector*:LabelSelector sideEffects!*\n  timeoutSeconds*:int admissionReviewVersions!:[] reinvocationPolicy* webhookPath* conversionCRDs:[]\nGroupVersionKind = group! version! kind!\nMaintainer = name email\nAppLink = name url\nIcon = base64data! mediatype!\nInstallMode = type! supported!:bool\nCleanupSpec = enabled!:bool\nRelatedImage = name! image!\nClusterServiceVersionStatus = phase message reason lastUpdateTime*:@Time lastTransitionTime*:@Time\n  conditions:[]ClusterServiceVersionCondition requirementStatus:[]RequirementStatus certsLastUpdated*:@Time\n  certsRotateAt*:@Time cleanup:CleanupStatus\nClusterServiceVersionCondition = phase message reason lastUpdateTime*:@Time lastTransitionTime*:@Time\nRequirementStatus = group! version! kind! name! status! message! uuid dependents:[]DependentStatus\nDependentStatus = group! version! kind! status! uuid message\nCleanupStatus = pendingDeletion:[]ResourceList\nResourceList = group! kind! instances!:[]ResourceInstance\nResourceInstance = name! namespace\nClusterRole = kind apiVersion metadata:ObjectMeta rules!:[]PolicyRule aggregationRule*:AggregationRule\nAggregationRule = clusterRoleSelectors:[]LabelSelector\nClusterRoleBinding = kind apiVersion metadata:ObjectMeta subjects:[]Subject roleRef!:RoleRef\nSubject = kind! apiGroup name! namespace\nRoleRef = apiGroup! kind! name!\nRole = kind apiVersion metadata:ObjectMeta rules!:[]PolicyRule\nRoleBinding = kind apiVersion metadata:ObjectMeta subjects:[]Subject roleRef!:RoleRef\nConfiguration = kind apiVersion metadata:ConfigurationMetadata stages!:[]StageConfiguration storage:Storage\n  serviceaccount\nConfigurationMetadata = name\nStageConfiguration = parallel:bool tests!:[]TestConfiguration\nTestConfiguration = image! uniqueID entrypoint:[] labels:{} storage:Storage\nStorage = spec!:StorageSpec\nStorageSpec = mountPath:MountPath\nMountPath = path\nService = kind apiVersion metadata:ObjectMeta spec:ServiceSpec status:ServiceStatus\nServiceSpec = ports:[]ServicePort selector:{} clusterIP clusterIPs:[] type externalIPs:[] sessionAffinity\n  loadBalancerIP loadBalancerSourceRanges:[] externalName externalTrafficPolicy healthCheckNodePort:int\n  publishNotReadyAddresses:bool sessionAffinityConfig*:SessionAffinityConfig ipFamilies:[] ipFamilyPolicy*\n  allocateLoadBalancerNodePorts*:bool loadBalancerClass* internalTrafficPolicy* trafficDistribution*\nServicePort = name protocol appProtocol* port!:int targetPort:@IntOrString nodePort:int\nSessionAffinityConfig = clientIP*:ClientIPConfig\nClientIPConfig = timeoutSeconds*:int\nServiceStatus = loadBalancer:LoadBalancerStatus conditions:[]Condition\nLoadBalancerStatus = ingress:[]LoadBalancerIngress\nLoadBalancerIngress = ip hostname ipMode* ports:[]PortStatus\nPortStatus = port!:int protocol! error*\nCondition = type! status! observedGeneration:int lastTransitionTime!:@Time reason! message!\nServiceAccount = kind apiVersion metadata:ObjectMeta secrets:[]ObjectReference\n  imagePullSecrets:[]LocalObjectReference automountServiceAccountToken*:bool\nObjectReference = kind namespace name uid apiVersion resourceVersion fieldPath\n`;
    const structs = new Map;
    function structOf(name) {
      if (structs.size === 0) readTable();
      const struct = structs.get(name);
      if (struct === void 0) throw new Error(`The table of types has no “${name}”.`);
      return struct;
    }
    function readTable() {
      for (const line of TYPE_TABLE.trim().replaceAll("\n  ", " ").split("\n")) {
        const [struct = "", list = ""] = line.split(/ =\s*/);
        const fields = list.split(" ").filter(text => text !== "").map(readField);
        structs.set(struct, {
          fields: new Map(fields.map(field => [ field.name, field ])),
          always: fields.filter(({omitEmpty: omitEmpty, pointer: pointer, type: type}) => !omitEmpty || !pointer && isNeverEmpty(type))
        });
      }
    }
    function isNeverEmpty({kind: kind}) {
      return kind === "struct" || kind === "special";
    }
    function readField(text) {
      const [, name = "", always, pointer, type = ""] = /^([^!*:]+)(!?)(\*?):?(.*)$/.exec(text) ?? [];
      return {
        name: name,
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
      if (text === "") return {
        kind: "string"
      };
      return text === "bool" || text === "int" || text === "float" || text === "bytes" ? {
        kind: text
      } : {
        kind: "struct",
        name: text
      };
    }
    function canonicalQuantity(given) {
      const text = given.trim();
      const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d+))?$/.exec(text);
      if (match === null) return;
      const [, sign, whole = "", fraction = "", binary, decimal, exponent] = match;
      if (whole === "" && fraction === "") return;
      const digits = (whole.replace(/^0+/, "") || "0") + fraction;
      const power = exponent === void 0 ? DECIMAL.get(decimal ?? "") ?? 0 : Number(exponent);
      if (Math.abs(power) > 100) return;
      const step = binary === void 0 ? 0 : BINARY.indexOf(binary);
      if (binary === void 0 ? isPlainDecimal(digits, power - fraction.length) : fraction === "" && isPlainBinary(digits, step)) return text;
      const size = inNanos(BigInt(digits) * 1024n ** BigInt(step), power - fraction.length);
      const nanos = sign === "-" ? -size : size;
      if (nanos === 0n) return "0";
      if (binary !== void 0 && size >= 1024n * NANO && size % NANO === 0n) {
        const capped = size > MOST ? MOST : size;
        return asBinary((sign === "-" ? -capped : capped) / NANO);
      }
      return asDecimal(nanos, exponent !== void 0);
    }
    const NANO = 10n ** 9n;
    const MOST = (2n ** 63n - 1n) * NANO;
    const BINARY = [ "", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei" ];
    const DECIMAL = new Map([ [ "n", -9 ], [ "u", -6 ], [ "m", -3 ], [ "", 0 ], [ "k", 3 ], [ "M", 6 ], [ "G", 9 ], [ "T", 12 ], [ "P", 15 ], [ "E", 18 ] ]);
    function isPlainDecimal(digits, power) {
      return digits.length <= 18 && power >= -9 && power % 3 === 0 && !digits.endsWith("000") && !digits.startsWith("0");
    }
    function isPlainBinary(digits, step) {
      const value = BigInt(digits);
      return 14 - digits.length - step * 3 >= 0 && value % 8n !== 0n && value * 1024n ** BigInt(step) < 2n ** 63n;
    }
    function inNanos(mantissa, power) {
      if (power >= -9) return mantissa * 10n ** BigInt(power + 9);
      const divisor = 10n ** BigInt(-9 - power);
      return (mantissa + divisor - 1n) / divisor;
    }
    function asBinary(value) {
      let [amount, step] = [ value, 0 ];
      for (;amount % 1024n === 0n && step < BINARY.length - 1; step++) amount /= 1024n;
      return `${amount}${BINARY[step]}`;
    }
    function asDecimal(nanos, withExponent) {
      let [amount, power] = [ nanos, -9 ];
      for (;amount % 1000n === 0n && (withExponent || power < 18); power += 3) amount /= 1000n;
      if (withExponent) return power === 0 ? String(amount) : `${amount}e${power}`;
      return `${amount}${[ ...DECIMAL ].find(([, known]) => known === power)?.[0] ?? ""}`;
    }
    function special(name, value, normalizer) {
      switch (name) {
       case "JSON":
       case "FieldsV1":
        return value;

       case "Time":
        return time(value, normalizer);

       case "Quantity":
        return quantity(value, normalizer);

       case "IntOrString":
        return intOrString(value, normalizer);

       case "OperatorVersion":
        return operatorVersion(value, normalizer);

       case "JSONSchemaPropsOrArray":
        if ((0, yaml.Lv)(value) && value.length > 0) return normalizer.value(SCHEMAS, value);
        return (0, yaml.Gv)(value) ? normalizer.struct("JSONSchemaProps", value) : null;

       case "JSONSchemaPropsOrStringArray":
        if ((0, yaml.Lv)(value) && value.length > 0) return normalizer.value(TEXTS, value);
        return (0, yaml.Gv)(value) ? normalizer.struct("JSONSchemaProps", value) : null;

       case "JSONSchemaPropsOrBool":
        if (typeof value === "boolean") return value;
        if ((0, yaml.Gv)(value)) return normalizer.struct("JSONSchemaProps", value);
        throw normalizer.mismatch("true, false or a schema", value);

       default:
        throw new Error(`The type “${name}” is not known.`);
      }
    }
    function zeroSpecial(name) {
      switch (name) {
       case "Quantity":
        return "0";

       case "IntOrString":
        return 0;

       case "OperatorVersion":
        return "0.0.0";

       default:
        return null;
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
      of: {
        kind: "string"
      }
    };
    function time(value, normalizer) {
      if (value === null) return null;
      const at = typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : Number.NaN;
      if (Number.isNaN(at)) throw normalizer.mismatch("a time as in RFC 3339", value);
      return `${new Date(at).toISOString().slice(0, 19)}Z`;
    }
    function quantity(value, normalizer) {
      if (value === null) return "0";
      const text = typeof value === "string" || typeof value === "number" ? String(value) : typeof value === "bigint" ? `${value}` : "";
      const written = canonicalQuantity(text);
      if (written === void 0) throw normalizer.mismatch("a quantity such as 500m or 1Gi", value);
      return written;
    }
    function intOrString(value, normalizer) {
      if (value === null) return 0;
      if (typeof value === "string" || typeof value === "bigint" || Number.isInteger(value)) return value;
      throw normalizer.mismatch("a whole number or a text", value);
    }
    function operatorVersion(value, normalizer) {
      const text = typeof value === "number" ? String(value) : value;
      const match = typeof text === "string" ? /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.exec(text.trim()) : null;
      if (match === null) throw normalizer.mismatch("a semantic version", value);
      const [, major = "0", minor = "0", patch = "0", prerelease = "", build = ""] = match;
      const number = digits => digits.replace(/^0+(?=\d)/, "");
      return `${number(major)}.${number(minor)}.${number(patch)}${prerelease}${build}`;
    }
    class Mismatch extends Error {
      path;
      found;
      constructor(path, expected, found) {
        super(expected);
        this.path = path;
        this.found = found;
      }
    }
    class Normalizer {
      #path=[];
      #unknown=[];
      get unknown() {
        return this.#unknown;
      }
      struct(name, value) {
        if (!(0, yaml.Gv)(value)) throw this.mismatch("an object", value);
        const {fields: fields, always: always} = structOf(name);
        const given = new Map;
        for (const [key, member] of Object.entries(value)) {
          const field = fields.get(key) ?? sameLetters(fields, key);
          if (field === void 0) this.#unknown.push(this.#at(key)); else if (!given.has(field) || field.name === key) given.set(field, member);
        }
        for (const field of always) if (!given.has(field)) given.set(field, null);
        const result = {};
        for (const [field, member] of given) {
          const written = this.within(field.name, () => this.#field(field, member));
          if (written !== void 0) result[field.name] = written;
        }
        return result;
      }
      #field({omitEmpty: omitEmpty, pointer: pointer, type: type}, value) {
        if (value === null && (pointer || isContainer(type))) return omitEmpty ? void 0 : null;
        const written = value === null ? this.#zero(type) : this.value(type, value);
        return omitEmpty && !pointer && isEmpty(type, written) ? void 0 : written;
      }
      value(type, value) {
        switch (type.kind) {
         case "string":
          return this.#text(value);

         case "bool":
          if (typeof value !== "boolean") throw this.mismatch("true or false", value);
          return value;

         case "int":
          if (typeof value !== "bigint" && !Number.isInteger(value)) throw this.mismatch("a whole number", value);
          return value;

         case "float":
          if (typeof value !== "bigint" && typeof value !== "number") throw this.mismatch("a number", value);
          return Number(value);

         case "bytes":
          if (typeof value !== "string") throw this.mismatch("Base64", value);
          return Buffer.from(value, "base64").toString("base64");

         case "struct":
          return this.struct(type.name, value);

         case "special":
          return special(type.name, value, this);

         case "list":
          if (!(0, yaml.Lv)(value)) throw this.mismatch("a list", value);
          return value.map((item, index) => this.within(`[${index}]`, () => this.#item(type.of, item)));

         case "map":
          if (!(0, yaml.Gv)(value)) throw this.mismatch("an object", value);
          return Object.fromEntries(Object.entries(value).map(([key, item]) => [ key, this.within(key, () => this.#item(type.of, item)) ]));
        }
      }
      #item(type, value) {
        return value === null && !(type.kind === "special") ? this.#zero(type) : this.value(type, value);
      }
      #text(value) {
        if (typeof value === "string") return value;
        if (typeof value === "number") return (0, yaml.e$)(value);
        if (typeof value === "bigint" || typeof value === "boolean") return String(value);
        throw this.mismatch("a text", value);
      }
      #zero(type) {
        switch (type.kind) {
         case "string":
          return "";

         case "bool":
          return false;

         case "int":
         case "float":
          return 0;

         case "struct":
          return this.struct(type.name, {});

         case "special":
          return zeroSpecial(type.name);

         case "list":
         case "map":
         case "bytes":
          return null;
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
        const path = name === void 0 ? this.#path : [ ...this.#path, name ];
        return path.map(part => part.startsWith("[") ? part : `.${part}`).join("") || ".";
      }
    }
    function sameLetters(fields, key) {
      const lower = key.toLowerCase();
      for (const field of fields.values()) if (field.name.toLowerCase() === lower) return field;
      return;
    }
    function isContainer({kind: kind}) {
      return kind === "list" || kind === "map" || kind === "bytes";
    }
    function isEmpty(type, value) {
      if (isNeverEmpty(type)) return false;
      if ((0, yaml.Lv)(value)) return value.length === 0;
      if ((0, yaml.Gv)(value)) return Object.keys(value).length === 0;
      return value === null || value === "" || value === false || value === 0 || value === 0n;
    }
    var dist = __webpack_require__(8815);
    const LARGEST_STREAM = 128 * 1024 * 1024;
    const MOST_ALIASES = 1e3;
    function readStream(text, file) {
      if (text.length > LARGEST_STREAM) throw new packages_plan.yo(`${file} has ${text.length} characters; streams are read up to ${LARGEST_STREAM}.`, {
        file: file,
        advice: "A bundle is stored in a ConfigMap of 1 MiB: look at what was rendered."
      });
      const objects = [];
      const others = [];
      for (const document of splitStream(text)) {
        const value = readDocument(document, file);
        const object = (0, yaml.Gv)(value) ? asObject(value, document.line) : void 0;
        if (object !== void 0) objects.push(object); else if (value !== null) others.push(document.line);
      }
      return {
        objects: objects,
        others: others
      };
    }
    function* splitStream(text) {
      let [start, line, counted] = [ 0, 1, 0 ];
      const cut = end => {
        for (;counted < start; line++) counted = text.indexOf("\n", counted) + 1;
        return {
          text: text.slice(start, end),
          line: line
        };
      };
      for (const match of text.matchAll(/^---[^\S\n]*(?:#.*)?(?:\n|$)/gm)) {
        if (match.index > start) yield cut(match.index);
        start = match.index + match[0].length;
      }
      if (start < text.length) yield cut(text.length);
    }
    function asObject(value, line) {
      const kind = (0, yaml.SA)(value, "kind");
      if (kind === void 0) return;
      const [version = "", group = ""] = ((0, yaml.SA)(value, "apiVersion") ?? "").split("/").reverse();
      return {
        group: group,
        version: version,
        kind: kind,
        name: (0, yaml.SA)(value["metadata"], "name") ?? "",
        value: value,
        line: line
      };
    }
    function readDocument({text: text, line: line}, file) {
      const plain = (0, yaml.lK)(text, yaml.df);
      if (plain !== void 0) return plain;
      const lineCounter = new dist.HN;
      const document = (0, dist.parseDocument)(text, {
        lineCounter: lineCounter,
        prettyErrors: false,
        schema: "failsafe",
        version: "1.1",
        logLevel: "silent"
      });
      const wrong = (message, offset) => {
        const place = lineCounter.linePos(offset);
        return new packages_plan.yo(`${file}: ${message}`, {
          file: file,
          line: line + place.line - 1,
          column: place.col,
          advice: "Correct what renders the manifests; no part of a bundle is written from half a stream."
        });
      };
      const [problem] = document.errors;
      if (problem !== void 0) throw wrong(problem.message, problem.pos[0]);
      let aliases = 0;
      const read = node => {
        if (node === null) return null;
        if ((0, dist.Vj)(node)) {
          if (++aliases > MOST_ALIASES) throw wrong("more values are repeated by aliases than any manifest needs", 0);
          return read(node.resolve(document) ?? null);
        }
        if ((0, dist.jn)(node)) return readScalar(node.value, node.type, node.tag, node.range?.[0] ?? 0);
        if ((0, dist.oP)(node)) return node.items.map(read);
        if (!(0, dist.jh)(node)) return null;
        const own = {};
        const merged = {};
        for (const {key: key, value: value} of node.items) {
          const name = read(key);
          if ((0, dist.jn)(key) && key.value === "<<" && key.type === "PLAIN") {
            for (const source of [ read(value) ].flat()) if ((0, yaml.Gv)(source)) Object.assign(merged, {
              ...source,
              ...merged
            });
          } else if (name === null || typeof name === "object") throw wrong("a name of a member is neither text nor number", key.range?.[0] ?? 0); else own[String(name)] = read(value);
        }
        return {
          ...merged,
          ...own
        };
      };
      const readScalar = (value, type, tag, offset) => {
        const said = String(value ?? "");
        if (type !== "PLAIN" || tag === "tag:yaml.org,2002:str") return said;
        const meant = yaml.df.scalar(said);
        if (meant === void 0) throw wrong(`“${said}” is no number that JSON knows`, offset);
        return meant;
      };
      return read(document.contents);
    }
    const STRUCTS = new Map([ [ "operators.coreos.com/ClusterServiceVersion", "ClusterServiceVersion" ], [ "rbac.authorization.k8s.io/Role", "Role" ], [ "rbac.authorization.k8s.io/ClusterRole", "ClusterRole" ], [ "rbac.authorization.k8s.io/RoleBinding", "RoleBinding" ], [ "rbac.authorization.k8s.io/ClusterRoleBinding", "ClusterRoleBinding" ], [ "/ServiceAccount", "ServiceAccount" ], [ "/Service", "Service" ], [ "apps/Deployment", "Deployment" ], [ "apiextensions.k8s.io/CustomResourceDefinition", "CustomResourceDefinition" ], [ "admissionregistration.k8s.io/ValidatingWebhookConfiguration", "ValidatingWebhookConfiguration" ], [ "admissionregistration.k8s.io/MutatingWebhookConfiguration", "MutatingWebhookConfiguration" ], [ "scorecard.operatorframework.io/Configuration", "Configuration" ] ]);
    function collect(text, file) {
      const {objects: objects, others: noObjects} = readStream(text, file);
      const findings = noObjects.map(line => ({
        severity: "warning",
        rule: "not-an-object",
        file: file,
        line: line,
        message: `The document that starts on line ${line} of ${file} has no “kind” and is left out.`,
        advice: "Remove it, or give it apiVersion and kind."
      }));
      const byStruct = new Map;
      const others = [];
      for (const object of objects) {
        const struct = STRUCTS.get(`${object.group}/${object.kind}`);
        if (struct === void 0) others.push(object); else {
          const name = manifests_structOf(struct, object, file);
          const list = byStruct.get(name) ?? [];
          list.push(typed(name, object, file, findings));
          byStruct.set(name, list);
        }
      }
      const of = struct => byStruct.get(struct) ?? [];
      const [scorecard = null, second] = of("Configuration");
      if (scorecard !== null && second !== void 0) throw new packages_plan.yo(`${file} has two scorecard configurations, on lines ${scorecard.line} and ${second.line}.`, {
        file: file,
        line: second.line,
        advice: "A bundle has one tests/scorecard/config.yaml: keep one."
      });
      const definitions = distinct(of("CustomResourceDefinition"));
      const oldDefinitions = distinct(of("CustomResourceDefinitionBeta"));
      return {
        csvs: of("ClusterServiceVersion"),
        roles: distinct(of("Role")),
        clusterRoles: distinct(of("ClusterRole")),
        roleBindings: of("RoleBinding"),
        clusterRoleBindings: of("ClusterRoleBinding"),
        serviceAccounts: of("ServiceAccount"),
        services: of("Service"),
        deployments: distinct(of("Deployment")),
        definitions: definitions,
        oldDefinitions: oldDefinitions,
        validatingWebhooks: webhooks(of("ValidatingWebhookConfiguration")),
        mutatingWebhooks: webhooks(of("MutatingWebhookConfiguration")),
        scorecard: scorecard,
        others: others,
        customResources: customResources(others, [ ...definitions, ...oldDefinitions ]),
        findings: findings
      };
    }
    function manifests_structOf(struct, {version: version, name: name, line: line}, file) {
      if (struct !== "CustomResourceDefinition" || version === "v1") return struct;
      if (version === "v1beta1") return "CustomResourceDefinitionBeta";
      throw new packages_plan.yo(`${file}: the definition ${name} is of version “${version}”; v1 and v1beta1 are known.`, {
        file: file,
        line: line,
        advice: "Generate it as apiextensions.k8s.io/v1."
      });
    }
    function typed(struct, object, file, findings) {
      const normalizer = new Normalizer;
      const {kind: kind, name: name, line: line} = object;
      try {
        const value = normalizer.struct(struct, object.value);
        for (const path of normalizer.unknown) findings.push({
          severity: "warning",
          rule: "unknown-field",
          file: file,
          line: line,
          path: path,
          message: `${kind} ${name}: the field ${path} is not known and is left out.`,
          advice: "Correct its name, or remove it. OLM would not understand it either."
        });
        return {
          ...object,
          value: value,
          namespace: (0, yaml.SA)(value["metadata"], "namespace") ?? ""
        };
      } catch (error) {
        if (!(error instanceof Mismatch)) throw error;
        throw new packages_plan.yo(`${file}: ${kind} ${name} has ${shown(error.found)} at ${error.path}; expected ${error.message}.`, {
          file: file,
          line: line,
          advice: "The API server would refuse it too: correct the manifest.",
          cause: error
        });
      }
    }
    function shown(value) {
      if (value === null) return "null";
      if (typeof value === "object") return (0, yaml.Gv)(value) ? "an object" : "a list";
      return `“${String(value).slice(0, 80)}”`;
    }
    function distinct(objects) {
      const byName = Map.groupBy(objects, ({name: name}) => name);
      if (byName.size === objects.length) return objects;
      const seen = new Set;
      return objects.filter(({name: name, value: value}) => {
        if ((byName.get(name) ?? []).length === 1) return true;
        const text = (0, yaml.$N)(value);
        if (seen.has(text)) return false;
        seen.add(text);
        return true;
      });
    }
    function webhooks(configurations) {
      const all = configurations.flatMap(({value: value, line: line}) => (0, yaml.DW)(value, "webhooks").flatMap(webhook => (0, 
      yaml.Gv)(webhook) ? [ {
        name: (0, yaml.SA)(webhook, "name") ?? "",
        value: webhook,
        line: line
      } ] : []));
      return distinct(all);
    }
    function customResources(others, definitions) {
      const served = new Set(definitions.flatMap(({value: value}) => {
        const spec = (0, yaml.Dc)(value, "spec");
        const kind = `${(0, yaml.SA)(spec, "group") ?? ""}/${(0, yaml.SA)((0, yaml.Dc)(spec, "names"), "kind") ?? ""}`;
        return servedVersions(value).map(version => `${kind}/${version}`);
      }));
      return distinct(others.filter(({group: group, kind: kind, version: version}) => served.has(`${group}/${kind}/${version}`)));
    }
    function servedVersions(definition) {
      const spec = (0, yaml.Dc)(definition, "spec");
      const versions = (0, yaml.DW)(spec, "versions");
      if (versions.length === 0) return [ (0, yaml.SA)(spec, "version") ?? [] ].flat();
      return versions.filter(version => (0, yaml.Dc)(version, "served") === true).flatMap(version => (0, 
      yaml.SA)(version, "name") ?? []);
    }
    function chooseBase(manifests, packageName, bases, file) {
      const ours = manifests.csvs.filter(({name: name}) => name.startsWith(`${packageName}.`));
      const [first, second] = ours;
      if (first !== void 0) {
        const findings = second === void 0 ? [] : [ twoCsvs(first, second, file) ];
        return {
          value: first.value,
          place: {
            file: file,
            line: first.line
          },
          findings: findings
        };
      }
      const [foreign] = manifests.csvs;
      if (foreign !== void 0) return {
        value: madeUp(packageName),
        place: null,
        findings: [ otherPackage(foreign, packageName, file) ]
      };
      const found = bases === null ? void 0 : collect(bases.text, bases.path).csvs[0];
      if (bases === null || found === void 0) return {
        value: madeUp(packageName),
        place: null,
        findings: [ noCsv(packageName, bases, file) ]
      };
      return {
        value: migrated(found, packageName),
        place: {
          file: bases.path,
          line: found.line
        },
        findings: []
      };
    }
    function migrated({name: name, value: value}, packageName) {
      if (name !== `${packageName}.vX.Y.Z`) return value;
      const version = (0, yaml.SA)((0, yaml.Dc)(value, "spec"), "version") ?? "0.0.0";
      return {
        ...value,
        metadata: {
          ...base_asObject(value["metadata"]),
          name: `${packageName}.v${version}`
        }
      };
    }
    function base_asObject(value) {
      return typeof value === "object" && value !== null ? {
        ...value
      } : {};
    }
    function twoCsvs(first, second, file) {
      return {
        severity: "error",
        rule: "two-csvs",
        file: file,
        line: second.line,
        message: `${file} has two ClusterServiceVersions of this package: ${first.name} on line ${first.line}, ${second.name} on line ${second.line}.`,
        advice: "A bundle holds one: render one base."
      };
    }
    function otherPackage(found, packageName, file) {
      return {
        severity: "error",
        rule: "csv-of-another-package",
        file: file,
        line: found.line,
        message: `The ClusterServiceVersion ${found.name} in ${file} is not of the package “${packageName}”: its name would begin with “${packageName}.”.`,
        advice: "Correct “package”, or the name of the base."
      };
    }
    function noCsv(packageName, bases, file) {
      return {
        severity: "error",
        rule: "no-csv",
        file: bases?.path ?? file,
        message: `There is no ClusterServiceVersion in ${bases === null ? file : `${file}, nor in ${bases.path}`}.`,
        advice: `Write bases/${packageName}.clusterserviceversion.yaml with description, icon, maintainers and links, and name it in the kustomization.`
      };
    }
    function madeUp(packageName) {
      const displayName = displayNameOf(packageName);
      const mode = (type, supported) => ({
        type: type,
        supported: supported
      });
      return {
        apiVersion: "operators.coreos.com/v1alpha1",
        kind: "ClusterServiceVersion",
        metadata: {
          name: `${packageName}.v0.0.0`,
          namespace: "placeholder",
          annotations: {
            capabilities: "Basic Install",
            "alm-examples": "[]"
          }
        },
        spec: {
          displayName: displayName,
          description: `${displayName} description. TODO.`,
          provider: {
            name: "Provider Name",
            url: "https://your.domain"
          },
          maintainers: [ {
            name: "Maintainer Name",
            email: "your@email.com"
          } ],
          links: [ {
            name: displayName,
            url: `https://${packageName}.domain`
          } ],
          maturity: "alpha",
          keywords: [ packageName ],
          icon: [ {} ],
          installModes: [ mode("OwnNamespace", false), mode("SingleNamespace", false), mode("MultiNamespace", false), mode("AllNamespaces", true) ]
        }
      };
    }
    function displayNameOf(name) {
      return name.split(/[-._ ]+/).filter(word => word !== "").map(word => word.replaceAll(/(?<=[^\p{Lu}])(?=\p{Lu})/gu, " ")).join(" ").replaceAll(/(?<=^|\s)\p{L}/gu, letter => letter.toUpperCase());
    }
    function goJson(value, indent = "") {
      const inner = `${indent}  `;
      if ((0, yaml.Lv)(value)) {
        if (value.length === 0) return "[]";
        return `[\n${value.map(item => inner + goJson(item, inner)).join(",\n")}\n${indent}]`;
      }
      if ((0, yaml.Gv)(value)) {
        const keys = Object.keys(value).sort();
        if (keys.length === 0) return "{}";
        return `{\n${keys.map(key => `${inner}${go_json_text(key)}: ${goJson(value[key] ?? null, inner)}`).join(",\n")}\n${indent}}`;
      }
      if (typeof value === "string") return go_json_text(value);
      return typeof value === "number" && Number.isInteger(value) ? (0, yaml.e$)(value) : String(value);
    }
    function go_json_text(value) {
      return JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, point => `\\u${point.charCodeAt(0).toString(16).padStart(4, "0")}`);
    }
    const SKIP_RANGE = "olm.skipRange";
    function assembleCsv(base, manifests, parts) {
      const {packageName: packageName, version: version, place: place} = parts;
      const metadata = objectMember(base, "metadata");
      const spec = objectMember(base, "spec");
      const skipRange = place.skipRange === void 0 ? {} : {
        [SKIP_RANGE]: place.skipRange
      };
      const annotations = {
        ...objectMember(metadata, "annotations"),
        "alm-examples": goJson(manifests.customResources.map(({value: value}) => value)),
        ...skipRange,
        ...parts.annotations
      };
      const csv = (new Normalizer).struct("ClusterServiceVersion", {
        ...base,
        metadata: {
          ...metadata,
          annotations: Object.fromEntries(Object.entries(annotations).filter(([, value]) => value !== null)),
          ...version !== void 0 && {
            name: `${packageName}.v${version}`
          }
        },
        spec: {
          ...spec,
          ...version !== void 0 && {
            version: version
          },
          ...place.replaces !== void 0 && {
            replaces: place.replaces
          },
          ...place.skips !== void 0 && {
            skips: place.skips
          },
          relatedImages: parts.relatedImages.map(image => ({
            ...image
          })),
          install: installOf(objectMember(spec, "install"), manifests, parts),
          customresourcedefinitions: {
            ...objectMember(spec, "customresourcedefinitions"),
            owned: ownedDefinitions((0, yaml.Dc)(spec, "customresourcedefinitions"), manifests)
          },
          webhookdefinitions: parts.webhooks
        }
      });
      return cleared(csv);
    }
    function objectMember(value, key) {
      const found = (0, yaml.Dc)(value, key);
      return (0, yaml.Gv)(found) ? found : {};
    }
    function installOf(install, manifests, parts) {
      const strategy = (0, yaml.SA)(install, "strategy") ?? "deployment";
      if (strategy !== "deployment") return install;
      return {
        strategy: strategy,
        spec: {
          deployments: manifests.deployments.map(({name: name, value: value}) => ({
            name: name,
            spec: watchingTargets(objectMember(value, "spec")),
            label: (0, yaml.Dc)((0, yaml.Dc)(value, "metadata"), "labels") ?? null
          })),
          permissions: parts.permissions.map(permission => ({
            ...permission
          })),
          clusterPermissions: parts.clusterPermissions.map(permission => ({
            ...permission
          }))
        }
      };
    }
    function watchingTargets(spec) {
      const template = objectMember(spec, "template");
      const pod = objectMember(template, "spec");
      const containers = (0, yaml.Dc)(pod, "containers");
      if (!(0, yaml.Lv)(containers)) return spec;
      const watching = containers.map(container => {
        const env = (0, yaml.Dc)(container, "env");
        if (!(0, yaml.Gv)(container) || !(0, yaml.Lv)(env)) return container;
        return {
          ...container,
          env: env.map(variable => (0, yaml.Dc)(variable, "name") === WATCHED ? TARGETS : variable)
        };
      });
      return {
        ...spec,
        template: {
          ...template,
          spec: {
            ...pod,
            containers: watching
          }
        }
      };
    }
    const WATCHED = "WATCH_NAMESPACE";
    const TARGETS = {
      name: WATCHED,
      valueFrom: {
        fieldRef: {
          fieldPath: "metadata.annotations['olm.targetNamespaces']"
        }
      }
    };
    function ownedDefinitions(described, manifests) {
      const known = (0, yaml.DW)(described, "owned");
      const owned = definition => {
        const kind = (0, yaml.SA)((0, yaml.Dc)((0, yaml.Dc)(definition.value, "spec"), "names"), "kind") ?? "";
        return servedVersions(definition.value).map(version => {
          const said = known.findLast(one => (0, yaml.Dc)(one, "name") === definition.name && (0, 
          yaml.Dc)(one, "version") === version && (0, yaml.Dc)(one, "kind") === kind);
          return said ?? {
            name: definition.name,
            version: version,
            kind: kind
          };
        });
      };
      return [ ...manifests.definitions, ...manifests.oldDefinitions ].flatMap(owned);
    }
    function cleared(csv) {
      const {status: _, ...rest} = csv;
      const {cleanup: cleanup, ...spec} = objectMember(rest, "spec");
      const isOff = (0, yaml.Dc)(cleanup, "enabled") === false;
      return withoutCreation({
        ...rest,
        spec: cleanup === void 0 || isOff ? spec : {
          ...spec,
          cleanup: cleanup
        }
      });
    }
    function withoutCreation(value) {
      if (Object.hasOwn(value, "creationTimestamp")) {
        const {creationTimestamp: _, ...rest} = value;
        return rest;
      }
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [ key, (0, 
      yaml.Gv)(inner) ? withoutCreation(inner) : (0, yaml.Lv)(inner) ? inner.map(item => (0, 
      yaml.Gv)(item) ? withoutCreation(item) : item) : inner ]));
    }
    const SUPPORTED = new Set([ "ClusterServiceVersion", "CustomResourceDefinition", "Secret", "ClusterRole", "ClusterRoleBinding", "ConfigMap", "ServiceAccount", "Service", "Role", "RoleBinding", "PrometheusRule", "ServiceMonitor", "PodDisruptionBudget", "PriorityClass", "VerticalPodAutoscaler", "ConsoleYAMLSample", "ConsoleQuickStart", "ConsoleCLIDownload", "ConsoleLink", "ConsolePlugin", "NetworkPolicy" ]);
    function isSupported(kind) {
      return SUPPORTED.has(kind);
    }
    const NEEDLESS = new Map([ [ "Namespace", "OLM installs the operator into a namespace that exists." ], [ "Certificate", "OLM makes the certificates of webhooks itself." ], [ "Issuer", "OLM makes the certificates of webhooks itself." ] ]);
    function droppedKinds(manifests, file) {
      const examples = new Set(manifests.customResources);
      const dropped = manifests.others.filter(object => !isSupported(object.kind) && !examples.has(object));
      return [ ...Map.groupBy(dropped, ({group: group, kind: kind}) => group === "" ? kind : `${kind}.${group}`) ].map(([kind, objects]) => {
        const needless = NEEDLESS.get(objects[0]?.kind ?? "");
        return {
          severity: needless === void 0 ? "warning" : "info",
          rule: "dropped-kind",
          file: file,
          ...objects[0] !== void 0 && {
            line: objects[0].line
          },
          message: `${kind} is no kind that a bundle can hold; left out: ${objects.map(({name: name}) => name).join(", ")}.`,
          advice: needless ?? "Let the operator create it, or install it by other means."
        };
      });
    }
    function lostOfDeployments({deployments: deployments}, file) {
      return deployments.flatMap(({name: name, line: line, value: value}) => {
        if ((0, yaml.Mc)(value["metadata"], "annotations").length === 0) return [];
        return [ {
          severity: "info",
          rule: "deployment-annotations",
          file: file,
          line: line,
          path: ".metadata.annotations",
          message: `The annotations of Deployment ${name} are lost: OLM takes a deployment's labels and its spec.`,
          advice: "Annotations of the pods (.spec.template.metadata) stay."
        } ];
      });
    }
    function manifestFiles(manifests, rbac, stream) {
      const objects = [ ...manifests.definitions, ...manifests.oldDefinitions, ...manifests.services, ...manifests.others.filter(({kind: kind}) => isSupported(kind)), ...rbac ];
      const files = new Map;
      let duplicates = 0;
      for (const object of objects) {
        const name = fileName(object, stream);
        const free = files.has(name) ? `dup${duplicates++}_${name}` : name;
        files.set(free, (0, yaml.HV)(withoutNamespace(object.value)));
      }
      return files;
    }
    function fileName(object, stream) {
      const {group: group, version: version, kind: kind, name: name, line: line} = object;
      const spec = (0, yaml.Dc)(object.value, "spec");
      const plural = (0, yaml.SA)((0, yaml.Dc)(spec, "names"), "plural");
      const definesGroup = kind === "CustomResourceDefinition" ? (0, yaml.SA)(spec, "group") : void 0;
      const said = definesGroup !== void 0 && plural !== void 0 ? `${definesGroup}_${plural}.yaml` : `${[ name, group, version, kind.toLowerCase() ].filter((part, index) => part !== "" || index !== 1).join("_")}.yaml`;
      if (/[/\\]|\p{Cc}/u.test(said)) throw new packages_plan.yo(`${stream}: the name “${name}” of the ${kind} cannot be part of a file's name.`, {
        file: stream,
        line: line,
        advice: "Kubernetes allows no such name either: correct it."
      });
      return said;
    }
    function withoutNamespace(value) {
      const metadata = value["metadata"];
      if (!(0, yaml.Gv)(metadata)) return value;
      const {namespace: _, ...rest} = metadata;
      return {
        ...value,
        metadata: rest
      };
    }
    function containersOf(deployment) {
      const pod = (0, yaml.Dc)((0, yaml.Dc)((0, yaml.Dc)(deployment, "spec"), "template"), "spec");
      return [ ...(0, yaml.DW)(pod, "containers"), ...(0, yaml.DW)(pod, "initContainers") ];
    }
    const PLACEHOLDER = "controller:latest";
    function repositoryOf(image) {
      const [name = ""] = image.split("@");
      return name.replace(/:[^:/]*$/, "");
    }
    function putImage(deployments, image, file) {
      const repository = repositoryOf(image);
      const seen = new Set;
      let put = 0;
      const replaced = mapImages(deployments, found => {
        seen.add(found);
        if (found !== PLACEHOLDER && repositoryOf(found) !== repository) return found;
        put++;
        return image;
      });
      if (put > 0) return replaced;
      throw new packages_plan.yo(`Input “image”: no deployment in ${file} runs ${repository}.`, {
        file: file,
        advice: `Images found: ${[ ...seen ].join(", ") || "none"}. Name one of their repositories, or let kustomize set the image and leave “image” out.`
      });
    }
    async function pinImages(parts, digests) {
      const {deployments: deployments, relatedImages: relatedImages, containerImage: containerImage} = parts;
      const wanted = new Set(relatedImages.map(({image: image}) => image));
      mapImages(deployments, image => {
        wanted.add(image);
        return image;
      });
      if (containerImage !== void 0) wanted.add(containerImage);
      const pinned = new Map(await Promise.all([ ...wanted ].map(async image => [ image, await digests.pin(image) ])));
      const pin = image => pinned.get(image) ?? image;
      return {
        deployments: mapImages(deployments, pin),
        relatedImages: listed(deployments, relatedImages, pin),
        annotations: containerImage === void 0 ? {} : {
          containerImage: pin(containerImage)
        }
      };
    }
    function listed(deployments, relatedImages, pin) {
      const byImage = new Map;
      const names = new Set;
      const list = (name, longer, image) => {
        const digest = pin(image);
        if (byImage.has(digest)) return;
        const free = [ name, longer ].find(one => one !== "" && !names.has(one)) ?? `${longer}-${names.size + 1}`;
        names.add(free);
        byImage.set(digest, free);
      };
      for (const {name: name, image: image} of relatedImages) list(name, nameOfImage(image), image);
      for (const deployment of deployments) for (const container of containersOf(deployment.value)) {
        const name = (0, yaml.SA)(container, "name") ?? "";
        const image = (0, yaml.SA)(container, "image");
        if (image !== void 0) list(name, `${deployment.name}-${name}`, image);
      }
      return [ ...byImage ].map(([image, name]) => ({
        name: name,
        image: image
      }));
    }
    function nameOfImage(image) {
      return repositoryOf(image).split("/").at(-1) ?? "";
    }
    function mapImages(deployments, change) {
      const containers = list => (0, yaml.Lv)(list) ? list.map(container => (0, yaml.Gv)(container) ? withImages(container, change) : container) : [];
      return deployments.map(deployment => {
        const spec = (0, yaml.Dc)(deployment.value, "spec");
        const template = (0, yaml.Dc)(spec, "template");
        const pod = (0, yaml.Dc)(template, "spec");
        if (!(0, yaml.Gv)(spec) || !(0, yaml.Gv)(template) || !(0, yaml.Gv)(pod)) return deployment;
        const changed = {
          ...pod,
          containers: containers(pod["containers"]),
          ...(0, yaml.Lv)(pod["initContainers"]) && {
            initContainers: containers(pod["initContainers"])
          }
        };
        return {
          ...deployment,
          value: {
            ...deployment.value,
            spec: {
              ...spec,
              template: {
                ...template,
                spec: changed
              }
            }
          }
        };
      });
    }
    function withImages(container, change) {
      const image = (0, yaml.SA)(container, "image");
      const env = (0, yaml.DW)(container, "env");
      return {
        ...container,
        ...image !== void 0 && {
          image: change(image)
        },
        ...env.length > 0 && {
          env: env.map(variable => {
            const value = (0, yaml.SA)(variable, "value");
            const isImage = ((0, yaml.SA)(variable, "name") ?? "").startsWith("RELATED_IMAGE_");
            return (0, yaml.Gv)(variable) && isImage && value !== void 0 ? {
              ...variable,
              value: change(value)
            } : variable;
          })
        }
      };
    }
    const BUNDLE = "operators.operatorframework.io.bundle";
    const METRICS = "operators.operatorframework.io.metrics";
    const TEST = "operators.operatorframework.io.test";
    const OURS = [ BUNDLE, METRICS, TEST ].map(prefix => `${prefix}.`);
    function blocksOf(options) {
      const {defaultChannel: defaultChannel} = options;
      return {
        core: {
          [`${BUNDLE}.mediatype.v1`]: "registry+v1",
          [`${BUNDLE}.manifests.v1`]: "manifests/",
          [`${BUNDLE}.metadata.v1`]: "metadata/",
          [`${BUNDLE}.package.v1`]: options.packageName,
          [`${BUNDLE}.channels.v1`]: options.channels.join(","),
          ...defaultChannel !== void 0 && {
            [`${BUNDLE}.channel.default.v1`]: defaultChannel
          },
          [`${METRICS}.builder`]: options.builder,
          [`${METRICS}.mediatype.v1`]: "metrics+v1",
          [`${METRICS}.project_layout`]: options.layout
        },
        tests: options.hasScorecard ? {
          [`${TEST}.mediatype.v1`]: "scorecard+v1",
          [`${TEST}.config.v1`]: "tests/scorecard/"
        } : {}
      };
    }
    function annotationsFile(options) {
      const {core: core, tests: tests} = blocksOf(options);
      const block = (title, entries) => {
        const lines = Object.entries(entries).map(([name, value]) => `  ${(0, yaml.HV)({
          [name]: value
        }).trimEnd().replaceAll("\n", "\n  ")}`);
        return lines.length === 0 ? [] : [ "", `  # ${title}`, ...lines ];
      };
      return [ "annotations:", ...block("Core bundle annotations.", core).slice(1), ...block("Annotations for testing.", tests), ...block("Annotations of this project.", options.kept), "" ].join("\n");
    }
    function dockerfile(options, directory) {
      const {core: core, tests: tests} = blocksOf(options);
      const labels = (title, entries) => {
        const lines = Object.entries(entries).map(([name, value]) => `LABEL ${name}=${labelValue(value)}`);
        return lines.length === 0 ? [] : [ "", `# ${title}`, ...lines ];
      };
      return [ "FROM scratch", ...labels("Core bundle labels.", core), ...labels("Labels for testing.", tests), ...labels("Labels of this project.", options.kept), "", "# Copy files to locations specified by labels.", `COPY ${directory}/manifests /manifests/`, `COPY ${directory}/metadata /metadata/`, ...options.hasScorecard ? [ `COPY ${directory}/tests/scorecard /tests/scorecard/` ] : [], "" ].join("\n");
    }
    function labelValue(value) {
      return /^[\w./:@,+=-]+$/.test(value) ? value : JSON.stringify(value).replaceAll("$", String.raw`\$`);
    }
    function ownAnnotations({path: path, text: text}) {
      const document = (0, dist.parseDocument)(text, {
        schema: "failsafe",
        prettyErrors: false,
        logLevel: "silent"
      });
      const annotations = document.errors.length > 0 ? void 0 : document.get("annotations");
      if (!(0, dist.jh)(annotations)) throw new packages_plan.yo(`${path} is there and holds no “annotations”.`, {
        file: path,
        advice: "Correct or delete it. It would be written anew, and what it says of its own would be lost."
      });
      const own = {};
      for (const {key: key, value: value} of annotations.items) {
        const name = (0, dist.jn)(key) ? String(key.value) : "";
        if (!OURS.some(prefix => name.startsWith(prefix)) && (0, dist.jn)(value)) own[name] = String(value.value);
      }
      return own;
    }
    function splitRbac(manifests, extraServiceAccounts = []) {
      const accounts = new Set([ ...manifests.deployments.map(accountOf), ...extraServiceAccounts ]);
      const used = new Set;
      const left = [];
      const rulesOf = (bindings, kinds) => {
        const rules = new Map;
        for (const binding of bindings) {
          const role = roleOf(binding, kinds, manifests);
          const subjects = (0, yaml.DW)(binding.value, "subjects");
          const ours = subjects.filter(subject => isAccount(subject, accounts));
          if (role !== void 0 && ours.length > 0) {
            used.add(role);
            for (const subject of ours) {
              const name = (0, yaml.SA)(subject, "name") ?? "";
              rules.set(name, [ ...rules.get(name) ?? [], ...(0, yaml.DW)(role.value, "rules") ]);
            }
          }
          if (role === void 0 || ours.length < subjects.length) left.push(binding);
        }
        return [ ...rules ].filter(([, list]) => list.length > 0).map(([serviceAccountName, list]) => ({
          serviceAccountName: serviceAccountName,
          rules: list
        })).sort((one, other) => one.serviceAccountName < other.serviceAccountName ? -1 : 1);
      };
      const permissions = rulesOf(manifests.roleBindings, [ "Role", "ClusterRole" ]);
      const clusterPermissions = rulesOf(manifests.clusterRoleBindings, [ "ClusterRole" ]);
      const unbound = [ ...manifests.roles, ...manifests.clusterRoles ].filter(role => !used.has(role));
      const foreign = manifests.serviceAccounts.filter(({name: name}) => !accounts.has(name));
      return {
        permissions: permissions,
        clusterPermissions: clusterPermissions,
        files: [ ...unbound, ...left, ...foreign ]
      };
    }
    function accountOf(deployment) {
      const pod = (0, yaml.Dc)((0, yaml.Dc)((0, yaml.Dc)(deployment.value, "spec"), "template"), "spec");
      return (0, yaml.SA)(pod, "serviceAccountName") ?? "default";
    }
    function isAccount(subject, accounts) {
      return (0, yaml.SA)(subject, "kind") === "ServiceAccount" && accounts.has((0, yaml.SA)(subject, "name") ?? "");
    }
    function roleOf(binding, kinds, manifests) {
      const reference = (0, yaml.Dc)(binding.value, "roleRef");
      const group = (0, yaml.SA)(reference, "apiGroup") ?? "";
      if (group !== "" && group !== "rbac.authorization.k8s.io") return;
      const kind = kinds.find(known => known === (0, yaml.SA)(reference, "kind"));
      if (kind === void 0) return;
      const name = (0, yaml.SA)(reference, "name") ?? "";
      const namesakes = (kind === "Role" ? manifests.roles : manifests.clusterRoles).filter(role => role.name === name);
      return namesakes.find(({namespace: namespace}) => kind === "Role" && namespace === binding.namespace) ?? namesakes.at(-1);
    }
    const PREFIX = "RELATED_IMAGE_";
    function relatedImages(deployments, base, file) {
      const found = deployments.flatMap(deployment => declaredIn(deployment, file));
      const distinct = found.filter(({name: name, image: image}, index) => found.findIndex(one => one.name === name && one.image === image) === index);
      const findings = [];
      const images = [];
      for (const {name: name, image: image, container: container} of distinct) {
        const namesakes = distinct.filter(one => one.name === name);
        const same = distinct.filter(one => one.image === image);
        const [first] = same;
        if (same.length > 1 && first?.name !== name) continue;
        if (same.length > 1) {
          const names = same.map(one => one.name).join(", ");
          findings.push({
            severity: "warning",
            rule: "related-image-names",
            file: file,
            message: `The image ${image} has several names (${names}), so it is listed without one.`,
            advice: `Use one name for it in all ${PREFIX}… variables.`
          });
        }
        const full = namesakes.length > 1 ? `${container}-${name}` : name;
        images.push({
          name: same.length > 1 ? "" : full,
          image: image
        });
      }
      const listed = new Set(images.map(({image: image}) => image));
      for (const entry of (0, yaml.DW)((0, yaml.Dc)(base, "spec"), "relatedImages")) {
        const image = (0, yaml.SA)(entry, "image");
        if (image === void 0 || listed.has(image)) continue;
        listed.add(image);
        images.push({
          name: (0, yaml.SA)(entry, "name") ?? "",
          image: image
        });
      }
      return {
        images: images,
        findings: findings
      };
    }
    function declaredIn(deployment, file) {
      const containers = containersOf(deployment.value);
      return containers.flatMap(container => {
        const reference = containers.length > 1 ? `${deployment.name}-${(0, yaml.SA)(container, "name") ?? ""}` : deployment.name;
        return (0, yaml.DW)(container, "env").flatMap(variable => {
          const name = (0, yaml.SA)(variable, "name") ?? "";
          if (!name.startsWith(PREFIX)) return [];
          if ((0, yaml.Gv)((0, yaml.Dc)(variable, "valueFrom"))) throw new packages_plan.yo(`Deployment ${deployment.name}: ${name} takes its value from elsewhere (valueFrom).`, {
            file: file,
            line: deployment.line,
            advice: "Write the image as its value: what OLM mirrors must be known when the bundle is made."
          });
          const image = (0, yaml.SA)(variable, "value") ?? "";
          return [ {
            name: name.slice(PREFIX.length).replaceAll("_", "-").toLowerCase(),
            image: image,
            container: reference
          } ];
        });
      });
    }
    const DEFAULT_PORT = 443;
    function describeWebhooks(manifests, file) {
      const findings = [];
      const admission = [ ...manifests.validatingWebhooks.map(webhook => ({
        webhook: webhook,
        type: "ValidatingAdmissionWebhook"
      })), ...manifests.mutatingWebhooks.map(webhook => ({
        webhook: webhook,
        type: "MutatingAdmissionWebhook"
      })) ].map(({webhook: webhook, type: type}) => {
        findings.push(...lossesOf(webhook, manifests, file));
        return describeAdmission(webhook.value, type, manifests);
      });
      findings.push(...unreachable(manifests, file));
      const conversion = manifests.services.flatMap(service => describeConversion(service, manifests));
      return {
        descriptions: [ ...admission, ...conversion ].sort((one, other) => order(nameOf(one), nameOf(other))),
        findings: findings
      };
    }
    function nameOf(description) {
      return (0, yaml.SA)(description, "generateName") ?? "";
    }
    function order(one, other) {
      return one === other ? 0 : one < other ? -1 : 1;
    }
    function describeAdmission(webhook, type, manifests) {
      const reference = (0, yaml.Dc)((0, yaml.Dc)(webhook, "clientConfig"), "service");
      const versions = (0, yaml.DW)(webhook, "admissionReviewVersions");
      const description = {
        type: type,
        generateName: webhook["name"] ?? "",
        sideEffects: webhook["sideEffects"] ?? "None",
        admissionReviewVersions: versions.length === 0 ? [ "v1beta1" ] : versions
      };
      const kept = [ "rules", "failurePolicy", "matchPolicy", "objectSelector", "timeoutSeconds", "reinvocationPolicy" ];
      for (const field of kept) description[field] = webhook[field] ?? null;
      if (!(0, yaml.Gv)(reference)) return description;
      const name = (0, yaml.SA)(reference, "name") ?? "";
      const service = manifests.services.find(one => one.name === name);
      return {
        ...description,
        ...portsOf(service, (0, yaml.Dc)(reference, "port") ?? DEFAULT_PORT),
        deploymentName: deploymentOf(service, manifests) ?? withoutSuffix(name),
        webhookPath: (0, yaml.Dc)(reference, "path") ?? null
      };
    }
    function deploymentOf(service, manifests) {
      if (service === void 0) return;
      const spec = (0, yaml.Dc)(service.value, "spec");
      if ((0, yaml.SA)(spec, "type") === "ExternalName" || (0, yaml.Mc)(spec, "selector").length === 0) return;
      return selectedBy(service, manifests);
    }
    function selectedBy(service, manifests) {
      const selector = (0, yaml.Mc)((0, yaml.Dc)(service.value, "spec"), "selector");
      return manifests.deployments.find(({value: value}) => {
        const labels = new Map((0, yaml.Mc)((0, yaml.Dc)((0, yaml.Dc)((0, yaml.Dc)(value, "spec"), "template"), "metadata"), "labels"));
        return labels.size > 0 && selector.every(([key, wanted]) => labels.get(key) === wanted);
      })?.name;
    }
    function portsOf(service, wanted) {
      const ports = (0, yaml.DW)((0, yaml.Dc)(service?.value, "spec"), "ports");
      const port = ports.find(one => (0, yaml.Dc)(one, "port") === wanted);
      return port === void 0 ? {} : {
        containerPort: wanted,
        targetPort: (0, yaml.Dc)(port, "targetPort") ?? 0
      };
    }
    function withoutSuffix(service) {
      return service.replace(/-service$/, "");
    }
    function describeConversion(service, manifests) {
      const converted = conversions(manifests).filter(one => one.service === service.name);
      const groups = Map.groupBy(converted, ({port: port, path: path, versions: versions}) => (0, 
      yaml.$N)([ port, path, versions ]));
      return [ ...groups.values() ].flatMap(group => {
        const [first] = group;
        if (first === void 0) return [];
        const definitions = [ ...new Set(group.map(({definition: definition}) => definition)) ].sort(order);
        return [ {
          type: "ConversionWebhook",
          generateName: `c${definitions.map(name => name.split(".")[0]).join("")}.kb.io`,
          conversionCRDs: definitions,
          admissionReviewVersions: first.versions,
          sideEffects: "None",
          deploymentName: selectedBy(service, manifests) ?? withoutSuffix(service.name),
          webhookPath: first.path,
          ...portsOf(service, first.port)
        } ];
      });
    }
    function conversions(manifests) {
      return [ ...manifests.definitions, ...manifests.oldDefinitions ].flatMap(definition => {
        const conversion = (0, yaml.Dc)((0, yaml.Dc)(definition.value, "spec"), "conversion");
        const webhook = (0, yaml.Dc)(conversion, "webhook");
        const service = (0, yaml.Dc)((0, yaml.Dc)(webhook, "clientConfig") ?? (0, yaml.Dc)(conversion, "webhookClientConfig"), "service");
        if (!(0, yaml.Gv)(service)) return [];
        return [ {
          definition: definition.name,
          service: (0, yaml.SA)(service, "name") ?? "",
          port: (0, yaml.Dc)(service, "port") ?? DEFAULT_PORT,
          path: (0, yaml.Dc)(service, "path") ?? null,
          versions: (0, yaml.DW)(webhook ?? conversion, "conversionReviewVersions"),
          line: definition.line
        } ];
      });
    }
    function lossesOf({value: value, line: line}, manifests, file) {
      const name = (0, yaml.SA)(value, "name") ?? "";
      const about = {
        severity: "warning",
        file: file,
        line: line
      };
      const losses = [];
      const selector = (0, yaml.Dc)(value, "namespaceSelector");
      if ((0, yaml.Gv)(selector) && Object.keys(selector).length > 0) losses.push({
        ...about,
        rule: "webhook-namespace-selector",
        path: ".webhooks[*].namespaceSelector",
        message: `The namespaceSelector of webhook ${name} is lost: OLM selects the namespaces that the operator watches.`,
        advice: "Select by objectSelector, or let the webhook itself pass what it does not care for."
      });
      if ((0, yaml.DW)(value, "matchConditions").length > 0) losses.push({
        ...about,
        rule: "webhook-match-conditions",
        path: ".webhooks[*].matchConditions",
        message: `The matchConditions of webhook ${name} are lost: OLM's webhook descriptions have none.`,
        advice: "Check them in the webhook itself."
      });
      const reference = (0, yaml.Dc)((0, yaml.Dc)(value, "clientConfig"), "service");
      if (!(0, yaml.Gv)(reference)) {
        losses.push({
          ...about,
          rule: "webhook-without-service",
          message: `Webhook ${name} is called by URL; OLM calls webhooks of the operator's own deployments only.`,
          advice: "Serve it from the operator, or install its configuration by other means."
        });
        return losses;
      }
      const service = (0, yaml.SA)(reference, "name") ?? "";
      if (deploymentOf(manifests.services.find(one => one.name === service), manifests) === void 0) losses.push({
        ...about,
        rule: "webhook-without-deployment",
        message: `No deployment was found behind the service ${service} of webhook ${name}; “${withoutSuffix(service)}” was taken.`,
        advice: "Add the service with a selector that the labels of the pods match."
      });
      return losses;
    }
    function unreachable(manifests, file) {
      const services = new Set(manifests.services.map(({name: name}) => name));
      return conversions(manifests).filter(({service: service}) => !services.has(service)).map(({definition: definition, service: service, line: line}) => ({
        severity: "warning",
        rule: "conversion-without-service",
        file: file,
        line: line,
        crd: definition,
        message: `${definition} is converted by the service ${service}, which the stream does not have, so OLM will not serve its conversion.`,
        advice: "Add the service to what kustomize renders."
      }));
    }
    const BUILDER = "codeflare-actions-v1";
    async function generateBundle(options) {
      const {stream: stream, packageName: packageName} = options;
      checkOptions(options);
      const read = collect(stream.text, stream.path);
      const base = chooseBase(read, packageName, options.bases ?? null, stream.path);
      const manifests = {
        ...read,
        ...withImage(read.deployments, options)
      };
      const related = relatedImages(manifests.deployments, base.value, stream.path);
      const {deployments: deployments, images: images, annotations: annotations} = await pinned(manifests.deployments, related.images, base.value, options);
      const rbac = splitRbac(manifests, options.extraServiceAccounts);
      const webhooks = describeWebhooks(manifests, stream.path);
      const layout = options.layout ?? "unknown";
      const csv = assembleCsv(base.value, {
        ...manifests,
        deployments: deployments
      }, {
        packageName: packageName,
        version: options.version,
        ...rbac,
        relatedImages: images,
        webhooks: webhooks.descriptions,
        annotations: {
          ...annotations,
          createdAt: options.createdAt,
          "operators.operatorframework.io/builder": BUILDER,
          "operators.operatorframework.io/project_layout": layout
        },
        place: options.place ?? {}
      });
      const csvPath = `manifests/${packageName.toLowerCase()}.clusterserviceversion.yaml`;
      const metadata = {
        packageName: packageName,
        channels: options.channels,
        defaultChannel: options.defaultChannel,
        builder: BUILDER,
        layout: layout,
        hasScorecard: manifests.scorecard !== null || options.hasScorecard === true,
        kept: options.annotations === void 0 || options.annotations === null ? {} : ownAnnotations(options.annotations)
      };
      const files = new Map([ [ csvPath, (0, yaml.HV)(csv) ] ]);
      for (const [name, text] of manifestFiles(manifests, rbac.files, stream.path)) files.set(`manifests/${name}`, text);
      files.set("metadata/annotations.yaml", annotationsFile(metadata));
      if (manifests.scorecard !== null) files.set("tests/scorecard/config.yaml", (0, yaml.HV)(manifests.scorecard.value));
      const spec = (0, yaml.Dc)(csv, "spec");
      return {
        packageName: packageName,
        csvName: (0, yaml.SA)(csv["metadata"], "name") ?? "",
        version: (0, yaml.SA)(spec, "version") ?? null,
        replaces: (0, yaml.SA)(spec, "replaces") ?? null,
        relatedImages: imagesOf(spec),
        files: files,
        csvPath: csvPath,
        dockerfile: dockerfile(metadata, options.directory ?? "bundle"),
        findings: [ ...base.findings, ...manifests.findings, ...droppedKinds(manifests, stream.path), ...lostOfDeployments(manifests, stream.path), ...related.findings, ...webhooks.findings ]
      };
    }
    function imagesOf(spec) {
      return (0, yaml.DW)(spec, "relatedImages").map(entry => ({
        name: (0, yaml.SA)(entry, "name") ?? "",
        image: (0, yaml.SA)(entry, "image") ?? ""
      }));
    }
    function withImage(deployments, {image: image, stream: stream}) {
      return {
        deployments: image === void 0 ? deployments : putImage(deployments, image, stream.path)
      };
    }
    async function pinned(deployments, images, base, {image: image, digests: digests}) {
      const metadata = base["metadata"];
      const written = (0, yaml.SA)((0, yaml.Gv)(metadata) ? metadata["annotations"] : void 0, "containerImage");
      const containerImage = image ?? written;
      if (digests === void 0 || digests === null) return {
        deployments: deployments,
        images: images,
        annotations: image === void 0 ? {} : {
          containerImage: image
        }
      };
      const result = await pinImages({
        deployments: deployments,
        relatedImages: images,
        containerImage: containerImage
      }, digests);
      return {
        deployments: result.deployments,
        images: result.relatedImages,
        annotations: result.annotations
      };
    }
    const SEMVER = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*)?(?:\+[\dA-Za-z.-]+)?$/;
    const CHANNEL = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
    const PACKAGE = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;
    function checkOptions({packageName: packageName, version: version, channels: channels, defaultChannel: defaultChannel}) {
      if (!PACKAGE.test(packageName)) throw new packages_plan.yo(`Input “package” is “${packageName}”; letters, digits, “-” and “.” are allowed.`, {
        advice: "Use the name of the operator in the catalog, for example codeflare-operator."
      });
      if (version !== void 0 && !SEMVER.test(version)) throw new packages_plan.yo(`Input “version” is “${version}”, which is not a semantic version.`, {
        advice: "Write three numbers without a “v”, for example 1.2.3 or 1.3.0-rc.1."
      });
      if (version?.includes("+") === true) throw new packages_plan.yo(`Input “version” is “${version}”: the name ${packageName}.v${version} would hold a “+”.`, {
        advice: "Kubernetes allows no “+” in names: leave the build metadata out."
      });
      if (channels.length === 0) throw new packages_plan.yo("Input “channels” names no channel.", {
        advice: "Name one at least, for example alpha."
      });
      for (const channel of [ ...channels, ...defaultChannel === void 0 ? [] : [ defaultChannel ] ]) if (!CHANNEL.test(channel)) throw new packages_plan.yo(`The channel “${channel}” is not allowed.`, {
        advice: "Use letters, digits, “-”, “_” and “.”, at most 63, beginning and ending with a letter or digit."
      });
      if (defaultChannel !== void 0 && !channels.includes(defaultChannel)) throw new packages_plan.yo(`Input “default-channel” is “${defaultChannel}”, which is none of ${channels.join(", ")}.`, {
        advice: "Users without a choice would be sent to a channel that this bundle is not in. Name one of its channels."
      });
    }
    var external_node_crypto_ = __webpack_require__(7598);
    var promises_ = __webpack_require__(1455);
    var external_node_path_ = __webpack_require__(6760);
    var external_node_zlib_ = __webpack_require__(8522);
    const VERSION = "5.6.0";
    const CHECKSUMS = new Map([ [ "linux_amd64", "54e4031ddc4e7fc59e408da29e7c646e8e57b8088c51b84b3df0864f47b5148f" ], [ "linux_arm64", "ad8ab62d4f6d59a8afda0eec4ba2e5cd2f86bf1afeea4b78d06daac945eb0660" ], [ "darwin_amd64", "3432be97f9fb4899148bf2485ccf9080e5e7702758eb16c92cd2f2f335e12a03" ], [ "darwin_arm64", "791d9497d2973d4af17c9c0c2b3991ce82e61d1a2bf79f4ef78dd9dce25a6d3d" ] ]);
    async function fetchKustomize(options) {
      const {toolCache: toolCache, platform: platform, architecture: architecture} = options;
      const system = `${platform}_${architecture === "x64" ? "amd64" : architecture}`;
      const checksum = (options.checksums ?? CHECKSUMS).get(system);
      if (checksum === void 0) throw new packages_plan.yo(`There is neither kustomize nor kubectl on this machine, and none is fetched for ${system}.`, {
        advice: "Install kustomize in an earlier step, or give the rendered manifests as a file in “manifests”."
      });
      const home = (0, external_node_path_.join)(toolCache, "kustomize", VERSION, architecture);
      const program = (0, external_node_path_.join)(home, "kustomize");
      if (await exists(`${home}.complete`)) return program;
      const name = `kustomize_v${VERSION}_${system}.tar.gz`;
      const url = `https://github.com/kubernetes-sigs/kustomize/releases/download/kustomize%2Fv${VERSION}/${name}`;
      const archive = await download(url, options);
      const digest = (0, external_node_crypto_.createHash)("sha256").update(archive).digest("hex");
      if (digest !== checksum) throw new packages_plan._7(`${name} was fetched and is another file: its checksum is ${digest}, not ${checksum}.`, {
        advice: "It was not run. Look at what stands between this machine and github.com, or install kustomize yourself."
      });
      await place(program, fileOf((0, external_node_zlib_.gunzipSync)(archive), "kustomize"));
      await (0, promises_.writeFile)(`${home}.complete`, "");
      return program;
    }
    async function download(url, {get: get}) {
      const problem = (why, cause) => new packages_plan._7(`kustomize could not be fetched from ${url}: ${why}.`, {
        advice: "Run again, or install kustomize (or kubectl) in an earlier step.",
        cause: cause
      });
      try {
        const response = await get(url);
        if (!response.ok) throw problem(`status ${response.status}`);
        return Buffer.from(await response.arrayBuffer());
      } catch (error) {
        throw error instanceof packages_plan._7 ? error : problem("no answer", error);
      }
    }
    function fileOf(tar, name) {
      for (let at = 0; at + 512 <= tar.length; ) {
        const field = (from, length) => tar.subarray(at + from, at + from + length).toString("latin1").split("\0")[0] ?? "";
        const size = Number.parseInt(field(124, 12), 8);
        if (field(0, 100) === name) return tar.subarray(at + 512, at + 512 + size);
        at += 512 * (1 + Math.ceil((Number.isNaN(size) ? 0 : size) / 512));
      }
      throw new packages_plan._7(`The archive of kustomize ${VERSION} holds no “${name}”.`);
    }
    async function place(path, content) {
      await (0, promises_.mkdir)((0, external_node_path_.dirname)(path), {
        recursive: true
      });
      const beside = `${path}.${(0, external_node_crypto_.randomUUID)()}`;
      await (0, promises_.writeFile)(beside, content, {
        mode: 493
      });
      await (0, promises_.rename)(beside, path);
    }
    async function exists(path) {
      return (0, promises_.stat)(path).then(() => true, () => false);
    }
    var external_node_child_process_ = __webpack_require__(1421);
    const LONGEST_MS = 5 * 6e4;
    const LARGEST_OUTPUT = 256 * 1024 * 1024;
    const LINES_SHOWN = 12;
    async function renderKustomization(directory, options) {
      const rendered = await run("kustomize", [ "build", directory ], options) ?? await run("kubectl", [ "kustomize", directory ], options) ?? await run(await options.fetch(), [ "build", directory ], options);
      if (rendered === null) throw new Error("The kustomize that was fetched cannot be started.");
      return rendered;
    }
    function run(program, args, options) {
      return new Promise((resolve, reject) => {
        const settings = {
          env: passedOn(options.environment),
          signal: options.signal,
          timeout: LONGEST_MS,
          maxBuffer: LARGEST_OUTPUT
        };
        (0, external_node_child_process_.execFile)(program, args, settings, (error, stdout, stderr) => {
          const complaints = stderr.split(/\r?\n/).filter(line => line.trim() !== "");
          if (error === null) {
            for (const line of complaints) options.onWarning(line);
            return resolve(stdout);
          }
          if (error.code === "ENOENT") return resolve(null);
          if (options.signal.aborted) return reject(error);
          const command = [ program.split(/[/\\]/).at(-1), ...args ].join(" ");
          const ending = error.killed === true ? "did not end in time" : "failed";
          const said = complaints.slice(-LINES_SHOWN).join("\n") || "It gave no reason.";
          reject(new packages_plan.yo(`Input “manifests”: ${command} ${ending}.\n${said}`, {
            advice: "Correct the kustomization. Nothing was generated from what it had printed until then.",
            cause: error
          }));
        });
      });
    }
    function passedOn(environment) {
      return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value === void 0 || /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/i.test(name) ? [] : [ [ name, value ] ]));
    }
    class SourceFile {
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
        const further = [];
        try {
          for (const [index, document] of [ ...splitStream(this.#text()) ].entries()) {
            const read = readDocument(document, path);
            if (index === 0) value = read; else if (read !== null) further.push(document.line);
          }
        } catch (error) {
          if (!(error instanceof packages_plan.SS)) throw error;
          problem = {
            message: error.message.replace(`${path}: `, ""),
            place: error.place
          };
        }
        this.value = value;
        this.problem = problem;
        this.furtherDocuments = further;
      }
      locate(path) {
        this.#parsed ??= parseWithPlaces(this.#text());
        const {lines: lines, root: root} = this.#parsed;
        let node = root;
        let offset = node?.range?.[0];
        for (const part of path) if ((0, dist.jh)(node)) {
          const pair = node.items.find(({key: key}) => (0, dist.jn)(key) && String(key.value) === part);
          if (pair === void 0) break;
          offset = pair.key.range?.[0] ?? offset;
          node = pair.value;
        } else if ((0, dist.oP)(node) && typeof part === "number") {
          node = node.items[part] ?? null;
          offset = node?.range?.[0] ?? offset;
        } else break;
        if (offset === void 0) return {
          file: this.path
        };
        const {line: line, col: col} = lines.linePos(offset);
        return line === 0 ? {
          file: this.path
        } : {
          file: this.path,
          line: line,
          column: col
        };
      }
      #text() {
        return this.bytes.toString("utf8").replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
      }
    }
    function parseWithPlaces(text) {
      const lines = new dist.HN;
      const options = {
        lineCounter: lines,
        logLevel: "silent",
        uniqueKeys: false,
        version: "1.1"
      };
      const [document] = (0, dist.hR)(text, options);
      return {
        lines: lines,
        root: document !== void 0 && "contents" in document ? document.contents : null
      };
    }
    function writePath(path) {
      return path.map(part => typeof part === "number" ? `[${part}]` : /^[\w-]+$/.test(part) ? `.${part}` : `["${part}"]`).join("");
    }
    const LABEL = {
      mediaType: "operators.operatorframework.io.bundle.mediatype.v1",
      manifests: "operators.operatorframework.io.bundle.manifests.v1",
      metadata: "operators.operatorframework.io.bundle.metadata.v1",
      package: "operators.operatorframework.io.bundle.package.v1",
      channels: "operators.operatorframework.io.bundle.channels.v1",
      defaultChannel: "operators.operatorframework.io.bundle.channel.default.v1"
    };
    class BundleDirectory {
      name;
      #content;
      #read=new Map;
      constructor(name, content) {
        this.name = name;
        this.#content = content;
      }
      get paths() {
        return [ ...this.#content.keys() ].sort();
      }
      called(path) {
        return this.name === "" || this.name === "." ? path : `${this.name}/${path}`;
      }
      file(path) {
        const known = this.#read.get(path);
        if (known !== void 0) return known;
        const bytes = this.#content.get(path);
        if (bytes === void 0) return null;
        const file = new SourceFile(this.called(path), bytes);
        this.#read.set(path, file);
        return file;
      }
      list(directory) {
        const prefix = directory === "." ? "" : `${directory}/`;
        const below = this.paths.filter(path => path.startsWith(prefix)).map(path => path.slice(prefix.length));
        return {
          files: below.filter(path => !path.includes("/")),
          directories: [ ...new Set(below.filter(path => path.includes("/")).map(path => path.split("/")[0] ?? "")) ]
        };
      }
    }
    function textOf(value) {
      if (typeof value === "string") return value;
      return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean" ? String(value) : void 0;
    }
    function textAt(value, ...path) {
      return textOf(valueAt(value, ...path)) ?? "";
    }
    function valueAt(value, ...path) {
      return path.reduce(yaml.Dc, value);
    }
    class Findings {
      all=[];
      #source;
      constructor(source) {
        this.#source = source;
      }
      at(file, path, verdict) {
        this.#add({
          ...this.#ours(verdict),
          ...file.locate(path),
          ...path.length > 0 && {
            path: writePath(path)
          }
        });
      }
      about(file, verdict) {
        this.#add({
          ...this.#ours(verdict),
          ...file !== null && {
            file: file
          }
        });
      }
      #ours(verdict) {
        return {
          ...verdict,
          rule: `${this.#source}/${verdict.rule}`
        };
      }
      #add(finding) {
        const same = this.all.some(({rule: rule, message: message, file: file, path: path}) => rule === finding.rule && message === finding.message && file === finding.file && path === finding.path);
        if (!same) this.all.push(finding);
      }
    }
    const LABEL_1123 = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    const SUBDOMAIN_1123 = `${LABEL_1123}(\\.${LABEL_1123})*`;
    const LABEL_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
    const QUALIFIED_NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    function mismatch(message, format, ...examples) {
      if (examples.length === 0) return `${message} (regex used for validation is '${format}')`;
      return `${message} (e.g. ${examples.map(example => `'${example}'`).join(", or ").replaceAll("', or '", "',  or '")}, regex used for validation is '${format}')`;
    }
    function tooLong(length) {
      return `must be no more than ${length} characters`;
    }
    function judge(value, format, most, message) {
      return [ ...bytes(value) > most ? [ tooLong(most) ] : [], ...new RegExp(`^(?:${format})$`).test(value) ? [] : [ message ] ];
    }
    function bytes(text) {
      return Buffer.byteLength(text);
    }
    function dnsSubdomainFaults(value) {
      const message = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
      return judge(value, SUBDOMAIN_1123, 253, mismatch(message, SUBDOMAIN_1123, "example.com"));
    }
    function dnsLabelFaults(value) {
      const message = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
      return judge(value, LABEL_1035, 63, mismatch(message, LABEL_1035, "my-name", "abc-123"));
    }
    function labelValueFaults(value) {
      const message = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
      const format = `(${QUALIFIED_NAME})?`;
      return judge(value, format, 63, mismatch(message, format, "MyValue", "my_value", "12345"));
    }
    function qualifiedNameFaults(value) {
      const message = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
      const said = mismatch(message, QUALIFIED_NAME, "MyName", "my.name", "123-abc");
      const [first = "", second, ...more] = value.split("/");
      if (more.length > 0) return [ `a qualified name ${said} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')` ];
      const [prefix, name] = second === void 0 ? [ null, first ] : [ first, second ];
      const faults = prefix === null ? [] : prefix === "" ? [ "prefix part must be non-empty" ] : dnsSubdomainFaults(prefix).map(fault => `prefix part ${fault}`);
      if (name === "") faults.push("name part must be non-empty"); else if (bytes(name) > 63) faults.push(`name part ${tooLong(63)}`);
      if (!new RegExp(`^(?:${QUALIFIED_NAME})$`).test(name)) faults.push(`name part ${said}`);
      return faults;
    }
    const COMMON = [ "ClusterServiceVersion", "CustomResourceDefinition", "ClusterRole", "ClusterRoleBinding", "Service", "ServiceAccount", "Role", "RoleBinding", "PrometheusRule", "ServiceMonitor", "Secret", "ConfigMap", "PodDisruptionBudget", "PriorityClass", "VerticalPodAutoscaler", "ConsoleYAMLSample", "ConsoleQuickStart", "ConsoleCLIDownload", "ConsoleLink" ];
    const SUPPORTED_KINDS = {
      "v1.27.0": new Set(COMMON),
      "v1.42.3": new Set([ ...COMMON, "ConsolePlugin", "NetworkPolicy" ])
    };
    const CATEGORIES_2022 = [ "AI/Machine Learning", "Application Runtime", "Big Data", "Cloud Provider", "Developer Tools", "Database", "Integration & Delivery", "Logging & Tracing", "Monitoring", "Modernization & Migration", "Networking", "OpenShift Optional", "Security", "Storage", "Streaming & Messaging" ];
    const CATEGORIES = {
      "v1.27.0": new Set(CATEGORIES_2022),
      "v1.42.3": new Set([ ...CATEGORIES_2022, "Observability" ])
    };
    const ANNOTATIONS_LIMIT = 256 * 1024;
    function checkObjects({objects: objects, mediaType: mediaType}, sdk, findings) {
      for (const object of objects) {
        const {file: file, kind: kind, apiVersion: apiVersion, name: name} = object;
        if (kind === "ClusterServiceVersion" || kind === "CustomResourceDefinition") continue;
        if (mediaType === "registry+v1" && !SUPPORTED_KINDS[sdk].has(kind)) {
          const readable = kind === "" ? "The file holds no object" : `OLM installs no ${kind} from a bundle`;
          findings.at(file, [ "kind" ], {
            severity: "error",
            rule: "object-kind-unsupported",
            message: `${gvkOf(apiVersion, kind)}: unsupported media type ${mediaType} for bundle object`,
            advice: `${readable}; remove ${kind === "" ? "it" : `${name === "" ? "it" : name} from the bundle, or let the operator create it`}.`
          });
          continue;
        }
        for (const {path: path, message: message} of metadataFaults(object)) findings.at(file, path, {
          severity: "error",
          rule: "object-metadata",
          message: `${name}: error validating object: ${message}`,
          advice: "Correct it, or remove it: kubectl and OLM refuse the object as it is."
        });
      }
    }
    function gvkOf(apiVersion, kind) {
      const [version = "", group = ""] = apiVersion.split("/").reverse();
      return `${group}/${version}, Kind=${kind}`;
    }
    function metadataFaults({value: value, name: name}) {
      const metadata = (0, yaml.Dc)(value, "metadata");
      const faults = [];
      const say = (path, message) => {
        const [first = "", ...rest] = path.map(String);
        faults.push({
          path: [ "metadata", ...path ],
          message: `metadata.${first}${rest.map(part => `[${part}]`).join("")}: ${message}`
        });
      };
      if (name === "") say([ "name" ], "Required value: name or generateName is required");
      if (textAt(metadata, "namespace") !== "") say([ "namespace" ], "Forbidden: not allowed on this type");
      if (Number((0, yaml.Dc)(metadata, "generation") ?? 0) < 0) say([ "generation" ], `Invalid value: ${textAt(metadata, "generation")}: must be greater than or equal to 0`);
      for (const [key, label] of (0, yaml.Mc)(metadata, "labels")) {
        const at = [ "metadata", "labels", key ];
        for (const fault of qualifiedNameFaults(key)) faults.push({
          path: at,
          message: `metadata.labels: Invalid value: "${key}": ${fault}`
        });
        const text = textOf(label) ?? "";
        for (const fault of labelValueFaults(text)) faults.push({
          path: at,
          message: `metadata.labels: Invalid value: "${text}": ${fault}`
        });
      }
      let size = 0;
      for (const [key, annotation] of (0, yaml.Mc)(metadata, "annotations")) {
        size += Buffer.byteLength(key) + Buffer.byteLength(textOf(annotation) ?? "");
        for (const fault of qualifiedNameFaults(key.toLowerCase())) faults.push({
          path: [ "metadata", "annotations", key ],
          message: `metadata.annotations: Invalid value: "${key}": ${fault}`
        });
      }
      if (size > ANNOTATIONS_LIMIT) say([ "annotations" ], `Too long: may not be more than ${ANNOTATIONS_LIMIT} bytes`);
      faults.push(...ownerFaults((0, yaml.DW)(metadata, "ownerReferences")));
      const finalizers = (0, yaml.Dc)(metadata, "finalizers");
      for (const finalizer of (0, yaml.Lv)(finalizers) ? finalizers : []) {
        const text = textOf(finalizer) ?? "";
        for (const fault of qualifiedNameFaults(text)) say([ "finalizers" ], `Invalid value: "${text}": ${fault}`);
      }
      return faults;
    }
    function ownerFaults(owners) {
      return owners.flatMap((owner, index) => [ "kind", "name", "uid", "apiVersion" ].filter(field => textAt(owner, field) === "").map(field => ({
        path: [ "metadata", "ownerReferences", index ],
        message: `metadata.ownerReferences.${field}: Invalid value: "": ${field === "apiVersion" ? "version" : field} must not be empty`
      })));
    }
    const LARGEST = 1024 * 1024;
    const NEAR = .85;
    function checkContents(bundle, findings) {
      checkCrds(bundle, findings);
      checkServiceAccounts(bundle, findings);
      checkSize(bundle, findings);
    }
    function checkCrds({csv: csv, objects: objects}, findings) {
      const inBundle = new Map;
      for (const object of objects.filter(({kind: kind}) => kind === "CustomResourceDefinition")) for (const {version: version, path: path} of versionsOf(object.value)) {
        const api = apiOf(object.value, version);
        if (inBundle.has(api)) findings.at(object.file, path, {
          severity: "error",
          rule: "bundle-crds",
          message: `${api}: duplicate CRD "${api}" in bundle "${csv.name}"`,
          advice: `${inBundle.get(api)?.object.file.path ?? "Another file"} defines it as well; remove one of them.`
        });
        inBundle.set(api, {
          object: object,
          path: path
        });
      }
      const owned = (0, yaml.DW)(valueAt(csv.value, "spec", "customresourcedefinitions"), "owned").map(crd => {
        const name = textAt(crd, "name");
        const group = name.includes(".") ? name.slice(name.indexOf(".") + 1) : name;
        return {
          group: group,
          kind: textAt(crd, "kind"),
          api: gvkOf(`${group}/${textAt(crd, "version")}`, textAt(crd, "kind"))
        };
      });
      for (const [index, {api: api}] of owned.entries()) {
        if (inBundle.has(api)) continue;
        findings.at(csv.file, [ "spec", "customresourcedefinitions", "owned", index ], {
          severity: "error",
          rule: "bundle-crds",
          message: `${api}: owned CRD "${api}" not found in bundle "${csv.name}"`,
          advice: "Add its definition to the bundle, or remove the entry; generating the bundle again does both."
        });
      }
      const found = new Set(owned.filter(({api: api}) => inBundle.has(api)).map(({group: group, kind: kind}) => `${group} ${kind}`));
      for (const [api, {object: object, path: path}] of inBundle) {
        const key = `${textAt(object.value, "spec", "group")} ${textAt(object.value, "spec", "names", "kind")}`;
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
      const spec = (0, yaml.Dc)(crd, "spec");
      const versions = (0, yaml.DW)(spec, "versions").map((version, index) => ({
        version: textAt(version, "name"),
        path: [ "spec", "versions", index ]
      }));
      const isOld = textAt(crd, "apiVersion") === "apiextensions.k8s.io/v1beta1";
      return versions.length === 0 && isOld ? [ {
        version: textAt(spec, "version"),
        path: [ "spec", "version" ]
      } ] : versions;
    }
    function apiOf(crd, version) {
      return gvkOf(`${textAt(crd, "spec", "group")}/${version}`, textAt(crd, "spec", "names", "kind"));
    }
    function checkServiceAccounts({csv: csv, objects: objects}, findings) {
      const deployments = (0, yaml.DW)(valueAt(csv.value, "spec", "install", "spec"), "deployments");
      const own = new Set(deployments.map(deployment => textAt(deployment, "spec", "template", "spec", "serviceAccountName")));
      for (const {file: file, kind: kind, apiVersion: apiVersion, name: name} of objects) {
        if (kind !== "ServiceAccount" || apiVersion !== "v1" || !own.has(name)) continue;
        findings.at(file, [ "metadata", "name" ], {
          severity: "error",
          rule: "bundle-service-account",
          message: `${name}: invalid service account found in bundle. This service account ${name} in your bundle is not valid, because a service account with the same name was already specified in your CSV. If this was unintentional, please remove the service account manifest from your bundle. If it was intentional to specify a separate service account, please rename the SA in either the bundle manifest or the CSV.`,
          advice: "Remove the file: OLM makes the service accounts of the deployments itself."
        });
      }
    }
    function checkSize({csv: csv, size: size, compressedSize: compressedSize, objects: objects}, findings) {
      const [told, limit, whole] = [ inUnits(compressedSize), inUnits(LARGEST), inUnits(size) ];
      const largest = objects.toSorted((a, b) => b.file.bytes.length - a.file.bytes.length)[0];
      const advice = `OLM stores a bundle in one ConfigMap. The largest file is ${largest?.file.path ?? csv.file.path}${isLargeIcon(csv.value) ? "; the icon of the CSV alone has more than 100 kB" : ""}.`;
      if (compressedSize > LARGEST) findings.about(csv.file.path, {
        severity: "error",
        rule: "bundle-size",
        message: `maximum bundle compressed size with gzip size exceeded: size=~${told} , max=${limit}. Bundle uncompressed size is ${whole}`,
        advice: advice
      }); else if (compressedSize > LARGEST * NEAR) findings.about(csv.file.path, {
        severity: "warning",
        rule: "bundle-size",
        message: `nearing maximum bundle compressed size with gzip: size=~${told} , max=${limit}. Bundle uncompressed size is ${whole}`,
        advice: advice
      });
    }
    function isLargeIcon(csv) {
      return (0, yaml.DW)((0, yaml.Dc)(csv, "spec"), "icon").some(icon => (0, yaml.Gv)(icon) && textAt(icon, "base64data").length > 1e5);
    }
    function inUnits(bytes) {
      if (bytes < 1e3) return `${bytes} B`;
      const units = [ "kB", "MB", "GB" ];
      const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
      return `${(bytes / 1e3 ** power).toFixed(1)} ${units[power - 1] ?? ""}`;
    }
    const ADVICE = "A cluster refuses the definition as it is; correct it where it is generated (controller-gen markers).";
    function checkDefinitions({objects: objects}, findings) {
      for (const object of objects) {
        if (object.kind !== "CustomResourceDefinition") continue;
        const isOld = object.apiVersion === "apiextensions.k8s.io/v1beta1";
        const say = (path, message) => findings.at(object.file, path, {
          severity: "error",
          rule: "crd-invalid",
          message: `${fieldOf(path)}: ${message}`,
          advice: ADVICE
        });
        checkMetadata(object, say);
        checkSpec(valueAt(object.value, "spec"), isOld, say);
        checkApproval(object, say);
      }
    }
    function fieldOf(path) {
      return path.map((part, index) => typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`).join("");
    }
    function checkMetadata({value: value, name: name}, say) {
      const expected = `${textAt(value, "spec", "names", "plural")}.${textAt(value, "spec", "group")}`;
      if (name === "") say([ "metadata", "name" ], "Required value: name or generateName is required"); else {
        for (const fault of dnsSubdomainFaults(name)) say([ "metadata", "name" ], `Invalid value: "${name}": ${fault}`);
        if (name !== expected) say([ "metadata", "name" ], `Invalid value: "${name}": must be spec.names.plural+"."+spec.group`);
      }
      if (textAt(value, "metadata", "namespace") !== "") say([ "metadata", "namespace" ], "Forbidden: not allowed on this type");
      const labels = valueAt(value, "metadata", "labels");
      for (const [key, label] of (0, yaml.Gv)(labels) ? Object.entries(labels) : []) {
        for (const fault of qualifiedNameFaults(key)) say([ "metadata", "labels" ], `Invalid value: "${key}": ${fault}`);
        for (const fault of labelValueFaults(textOf(label) ?? "")) say([ "metadata", "labels" ], `Invalid value: "${textOf(label) ?? ""}": ${fault}`);
      }
      const annotations = valueAt(value, "metadata", "annotations");
      for (const key of (0, yaml.Gv)(annotations) ? Object.keys(annotations) : []) for (const fault of qualifiedNameFaults(key.toLowerCase())) say([ "metadata", "annotations" ], `Invalid value: "${key}": ${fault}`);
    }
    function checkSpec(spec, isOld, say) {
      const group = textAt(spec, "group");
      const faults = dnsSubdomainFaults(group);
      if (group === "") say([ "spec", "group" ], "Required value"); else if (faults.length > 0) say([ "spec", "group" ], `Invalid value: "${group}": ${faults.join(",")}`); else if (!group.includes(".")) say([ "spec", "group" ], `Invalid value: "${group}": should be a domain with at least one dot`);
      const scope = textAt(spec, "scope");
      if (scope === "") {
        if (!isOld) say([ "spec", "scope" ], "Required value");
      } else if (scope !== "Cluster" && scope !== "Namespaced") say([ "spec", "scope" ], `Unsupported value: "${scope}": supported values: "Cluster", "Namespaced"`);
      const preserve = (0, yaml.Dc)(spec, "preserveUnknownFields") ?? (isOld ? true : null);
      checkVersions(spec, isOld, say);
      checkNames((0, yaml.Dc)(spec, "names"), say);
      if (preserve !== false && preserve !== null && hasDefaults(spec)) say([ "spec", "preserveUnknownFields" ], "Invalid value: true: must be false in order to use defaults in the schema");
      if (preserve === true) say([ "spec", "preserveUnknownFields" ], "Invalid value: true: cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead");
      checkConversion((0, yaml.Dc)(spec, "conversion"), isOld, preserve === true, say);
    }
    function checkVersions(spec, isOld, say) {
      const listed = (0, yaml.DW)(spec, "versions");
      const single = textAt(spec, "version");
      const versions = listed.length === 0 && isOld && single !== "" ? [ {
        name: single,
        storage: true,
        served: true
      } ] : listed;
      const names = versions.map(version => textAt(version, "name"));
      for (const [index, version] of versions.entries()) {
        const at = [ "spec", "versions", index ];
        const name = names[index] ?? "";
        const faults = dnsLabelFaults(name);
        if (faults.length > 0) say([ ...at, "name" ], `Invalid value: "${name}": ${faults.join(",")}`);
        checkDeprecation(version, at, say);
        checkScale(valueAt(version, "subresources", "scale"), [ ...at, "subresources" ], say);
        checkColumns(version, "additionalPrinterColumns", at, say);
        const fields = (0, yaml.DW)(version, "selectableFields");
        if (fields.length > 0 && valueAt(version, "schema", "openAPIV3Schema") === void 0) say([ ...at, "selectableFields" ], 'Invalid value: "": selectableFields may only be set when version.schema.openAPIV3Schema is not included');
        for (const [position, field] of fields.entries()) if (textAt(field, "jsonPath") === "") say([ ...at, "selectableFields", position, "jsonPath" ], "Required value");
      }
      if (isOld) checkTopLevel(spec, versions, say);
      const all = [ "spec", "versions" ];
      if (new Set(names).size < names.length) say(all, "Invalid value: must contain unique version names");
      if (versions.filter(version => (0, yaml.Dc)(version, "storage") === true).length !== 1) say(all, "Invalid value: must have exactly one version marked as storage version");
      if (isOld && single !== "" && names[0] !== single) say([ "spec", "version" ], `Invalid value: "${single}": must match the first version in spec.versions`);
    }
    function checkTopLevel(spec, versions, say) {
      const parts = [ {
        top: "validation",
        each: "schema",
        called: "schemas",
        instead: "top-level validation"
      }, {
        top: "subresources",
        each: "subresources",
        called: "subresources",
        instead: "top-level subresources"
      }, {
        top: "additionalPrinterColumns",
        each: "additionalPrinterColumns",
        called: "additionalPrinterColumns",
        instead: "top-level additionalPrinterColumns"
      } ];
      for (const {top: top, each: each, called: called, instead: instead} of parts) {
        const found = versions.map(version => (0, yaml.Dc)(version, each) ?? null);
        const isSet = value => value !== null && value !== void 0 && !((0, yaml.Lv)(value) && value.length === 0);
        if (isSet((0, yaml.Dc)(spec, top)) && found.some(isSet)) say([ "spec", top ], `Forbidden: top-level and per-version ${called} are mutually exclusive`);
        const [first = null] = found;
        if (found.length > 0 && found.every(one => isSet(one) && (0, yaml.$N)(one) === (0, 
        yaml.$N)(first))) say([ "spec", "versions" ], `Invalid value: per-version ${called} may not all be set to identical values (${instead} should be used instead)`);
      }
      checkScale(valueAt(spec, "subresources", "scale"), [ "spec", "subresources" ], say);
      checkColumns(spec, "additionalPrinterColumns", [ "spec" ], say);
    }
    function checkNames(names, say) {
      const kind = textAt(names, "kind");
      const plural = textAt(names, "plural");
      if (plural === "") say([ "spec", "names", "plural" ], "Required value");
      if (textAt(names, "singular") === "" && kind === "") say([ "spec", "names", "singular" ], "Required value");
      if (kind === "") say([ "spec", "names", "kind" ], "Required value");
      const listKind = textAt(names, "listKind");
      if (listKind === "" && kind === "") say([ "spec", "names", "listKind" ], "Required value");
      const singular = textAt(names, "singular") || kind.toLowerCase();
      for (const [field, text] of [ [ "plural", plural ], [ "singular", singular ] ]) {
        const faults = text === "" ? [] : dnsLabelFaults(text);
        if (faults.length > 0) say([ "spec", "names", field ], `Invalid value: "${text}": ${faults.join(",")}`);
      }
      for (const [field, text] of [ [ "kind", kind ], [ "listKind", listKind || (kind === "" ? "" : `${kind}List`) ] ]) {
        const faults = text === "" ? [] : dnsLabelFaults(text.toLowerCase());
        if (faults.length > 0) say([ "spec", "names", field ], `Invalid value: "${text}": may have mixed case, but should otherwise match: ${faults.join(",")}`);
      }
      if (kind !== "" && kind === listKind) say([ "spec", "names", "listKind" ], `Invalid value: "${listKind}": kind and listKind may not be the same`);
      for (const field of [ "shortNames", "categories" ]) for (const [index, name] of (0, 
      yaml.DW)(names, field).entries()) {
        const faults = dnsLabelFaults(textOf(name) ?? "");
        if (faults.length > 0) say([ "spec", "names", field, index ], `Invalid value: "${textOf(name) ?? ""}": ${faults.join(",")}`);
      }
    }
    function checkDeprecation(version, at, say) {
      const warning = (0, yaml.Dc)(version, "deprecationWarning");
      if (warning === void 0 || warning === null) return;
      const text = textOf(warning) ?? "";
      const path = [ ...at, "deprecationWarning" ];
      if ((0, yaml.Dc)(version, "deprecated") !== true) {
        say(path, `Invalid value: "${text}": can only be set for deprecated versions`);
        return;
      }
      if (Buffer.byteLength(text) > 256) say(path, `Invalid value: "${text}": must be <= 256 characters long`);
      if (text === "") say(path, 'Invalid value: "": must not be an empty string');
      const odd = /[^\P{C}]|[\p{Zl}\p{Zp}]/u.exec(text);
      if (odd !== null) say(path, `Invalid value: "${text}": must only contain printable UTF-8 characters; non-printable character found at index ${odd.index}`);
    }
    function checkScale(scale, at, say) {
      if (!(0, yaml.Gv)(scale)) return;
      const paths = [ [ "specReplicasPath", [ ".spec." ], "should be a json path under .spec" ], [ "statusReplicasPath", [ ".status." ], "should be a json path under .status" ], [ "labelSelectorPath", [ ".spec.", ".status." ], "should be a json path under either .spec or .status" ] ];
      for (const [name, below, message] of paths) {
        const text = textAt(scale, name);
        const path = [ ...at, `scale.${name}` ];
        if (name === "statusReplicasPath") continue;
        if (text === "") {
          if (name !== "labelSelectorPath") say(path, "Required value");
        } else if (!text.startsWith(".")) say(path, `Invalid value: "${text}": must be a simple json path starting with .`); else if (!below.some(prefix => text.startsWith(prefix))) say(path, `Invalid value: "${text}": ${message}`);
      }
    }
    const COLUMN_TYPES = [ "boolean", "date", "integer", "number", "string" ];
    const COLUMN_FORMATS = [ "byte", "date", "date-time", "double", "float", "int32", "int64", "password" ];
    function checkColumns(of, name, at, say) {
      for (const [index, column] of (0, yaml.DW)(of, name).entries()) {
        const path = [ ...at, name, index ];
        const [type, format] = [ textAt(column, "type"), textAt(column, "format") ];
        if (textAt(column, "name") === "") say([ ...path, "name" ], "Required value");
        if (type === "") say([ ...path, "type" ], `Required value: must be one of ${COLUMN_TYPES.join(",")}`); else if (!COLUMN_TYPES.includes(type)) say([ ...path, "type" ], `Invalid value: "${type}": must be one of ${COLUMN_TYPES.join(",")}`);
        if (format !== "" && !COLUMN_FORMATS.includes(format)) say([ ...path, "format" ], `Invalid value: "${format}": must be one of ${COLUMN_FORMATS.join(",")}`);
        const jsonPath = textAt(column, "jsonPath") || textAt(column, "JSONPath");
        if (jsonPath === "") say([ ...path, "JSONPath" ], "Required value"); else if (!jsonPath.startsWith(".")) say([ ...path, "JSONPath" ], `Invalid value: "${jsonPath}": must be a simple json path starting with .`);
      }
    }
    function checkConversion(conversion, isOld, preserves, say) {
      if (!(0, yaml.Gv)(conversion)) return;
      const at = [ "spec", "conversion" ];
      const strategy = textAt(conversion, "strategy");
      if (strategy === "") say([ ...at, "strategy" ], "Required value"); else if (strategy !== "None" && strategy !== "Webhook") say([ ...at, "strategy" ], `Unsupported value: "${strategy}": supported values: "None", "Webhook"`);
      if (strategy !== "None" && preserves) say([ ...at, "strategy" ], `Invalid value: "${strategy}": must be None if spec.preserveUnknownFields is true`);
      const client = isOld ? (0, yaml.Dc)(conversion, "webhookClientConfig") : valueAt(conversion, "webhook", "clientConfig");
      const given = isOld ? (0, yaml.DW)(conversion, "conversionReviewVersions") : (0, 
      yaml.DW)((0, yaml.Dc)(conversion, "webhook"), "conversionReviewVersions");
      const versions = given.length === 0 && isOld && strategy === "Webhook" ? [ "v1beta1" ] : given.map(version => textOf(version) ?? "");
      const config = [ ...at, "webhookClientConfig" ];
      if (strategy === "Webhook") {
        if (!(0, yaml.Gv)(client)) say(config, "Required value: required when strategy is set to Webhook"); else checkClient(client, config, say);
        checkReviewVersions(versions, [ ...at, "conversionReviewVersions" ], say);
      } else {
        if ((0, yaml.Gv)(client)) say(config, "Forbidden: should not be set when strategy is not set to Webhook");
        if (versions.length > 0) say([ ...at, "conversionReviewVersions" ], "Forbidden: should not be set when strategy is not set to Webhook");
      }
    }
    function checkClient(client, at, say) {
      const [url, service] = [ (0, yaml.Dc)(client, "url") ?? null, (0, yaml.Dc)(client, "service") ?? null ];
      if (url === null === (service === null)) {
        say(at, "Required value: exactly one of url or service is required");
        return;
      }
      if (service === null) {
        const text = textOf(url ?? void 0) ?? "";
        if (!/^https:\/\/[^/?#@]+(?:\/[^?#]*)?$/.test(text)) say([ ...at, "url" ], `Invalid value: "${text}": it has to be https://HOST/PATH, without user, query or fragment`);
        return;
      }
      for (const name of [ "name", "namespace" ]) if (textAt(service, name) === "") say([ ...at, "service", name ], "Required value");
      const port = (0, yaml.Dc)(service, "port") ?? 443;
      if (Number(port) < 1 || Number(port) > 65535) say([ ...at, "service", "port" ], `Invalid value: ${String(Number(port))}: port is not valid: must be between 1 and 65535, inclusive`);
      const path = textAt(service, "path");
      if (path === "") return;
      if (!path.startsWith("/")) say([ ...at, "service", "path" ], `Invalid value: "${path}": must start with a '/'`);
      for (const [index, step] of path.replace(/^\//, "").replace(/\/$/, "").split("/").entries()) {
        if (path === "/") break;
        const faults = step === "" ? [ "must not be empty" ] : dnsSubdomainFaults(step);
        for (const fault of faults) say([ ...at, "service", "path" ], `Invalid value: "${path}": segment[${index}]: ${fault}`);
      }
    }
    function checkReviewVersions(versions, at, say) {
      if (versions.length === 0) {
        say(at, "Required value");
        return;
      }
      for (const [index, version] of versions.entries()) if (versions.indexOf(version) < index) say([ ...at, index ], `Invalid value: "${version}": duplicate version`); else for (const fault of dnsLabelFaults(version)) say([ ...at, index ], `Invalid value: "${version}": ${fault}`);
      if (!versions.includes("v1") && !versions.includes("v1beta1")) say(at, "Invalid value: must include at least one of v1, v1beta1");
    }
    function hasDefaults(spec) {
      const schemas = [ valueAt(spec, "validation", "openAPIV3Schema"), ...(0, yaml.DW)(spec, "versions").map(version => valueAt(version, "schema", "openAPIV3Schema")) ];
      return schemas.some(schema => schema !== void 0 && schemaHasDefault(schema));
    }
    function schemaHasDefault(schema) {
      if ((0, yaml.Lv)(schema)) return schema.some(schemaHasDefault);
      if (!(0, yaml.Gv)(schema)) return false;
      if (schema["default"] !== void 0 && schema["default"] !== null) return true;
      const inMaps = [ "properties", "patternProperties", "definitions", "dependencies" ].flatMap(name => {
        const map = schema[name];
        return (0, yaml.Gv)(map) ? Object.values(map) : [];
      });
      const inOthers = [ "items", "additionalProperties", "additionalItems", "not", "allOf", "anyOf", "oneOf" ].flatMap(name => schema[name] ?? []);
      return [ ...inMaps, ...inOthers ].some(schemaHasDefault);
    }
    function checkApproval({value: value}, say) {
      const group = textAt(value, "spec", "group");
      if (!/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group)) return;
      const key = "api-approved.kubernetes.io";
      const approval = textAt(value, "metadata", "annotations", key);
      const path = [ "metadata", `annotations[${key}]` ];
      if (approval === "") say(path, `Required value: protected groups must have approval annotation "${key}", see https://github.com/kubernetes/enhancements/pull/1111`); else if (!approval.startsWith("unapproved") && !URL.canParse(approval)) say(path, `Invalid value: "${approval}": protected groups must have approval annotation "${key}" with either a URL or a reason starting with "unapproved", see https://github.com/kubernetes/enhancements/pull/1111`);
    }
    const NUMBER = "(0|[1-9][0-9]*)";
    const IDENTIFIERS = "([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)";
    const GRAMMAR = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${IDENTIFIERS})?(?:\\+${IDENTIFIERS})?$`);
    function readSemVer(text) {
      const [, major, minor, patch, prerelease, build] = GRAMMAR.exec(text) ?? [];
      if (major === void 0 || minor === void 0 || patch === void 0) return null;
      const identifiers = prerelease?.split(".") ?? [];
      if (identifiers.some(identifier => /^0[0-9]+$/.test(identifier))) return null;
      return {
        major: BigInt(major),
        minor: BigInt(minor),
        patch: BigInt(patch),
        prerelease: identifiers,
        build: build?.split(".") ?? []
      };
    }
    function readTolerant(text) {
      const [major = "", minor, ...rest] = text.trim().replace(/^v/, "").split(".");
      const parts = [ major, ...minor === void 0 ? [] : [ minor ], ...rest.length === 0 ? [] : [ rest.join(".") ] ].map(part => part.replace(/^0+(?=[0-9])/, ""));
      if (parts.length < 3 && /[+-]/.test(parts.at(-1) ?? "")) return null;
      return readSemVer([ ...parts, "0", "0" ].slice(0, 3).join("."));
    }
    function compareSemVer(a, b) {
      return semver_order(a.major, b.major) || semver_order(a.minor, b.minor) || semver_order(a.patch, b.patch) || comparePrerelease(a.prerelease, b.prerelease);
    }
    function comparePrerelease(a, b) {
      if (a.length === 0 || b.length === 0) return semver_order(b.length, a.length);
      for (const [index, one] of a.entries()) {
        const other = b[index];
        if (other === void 0) return 1;
        const [isNumber, isOtherNumber] = [ /^[0-9]+$/.test(one), /^[0-9]+$/.test(other) ];
        const compared = isNumber && isOtherNumber ? semver_order(BigInt(one), BigInt(other)) : isNumber !== isOtherNumber ? isNumber ? -1 : 1 : semver_order(one, other);
        if (compared !== 0) return compared;
      }
      return a.length === b.length ? 0 : -1;
    }
    function semver_order(a, b) {
      return a < b ? -1 : a > b ? 1 : 0;
    }
    function checkExamples({file: file, value: value, name: name}, findings) {
      const annotations = valueAt(value, "metadata", "annotations");
      if (!(0, yaml.Gv)(annotations) || Object.keys(annotations).length === 0) {
        findings.at(file, [ "metadata" ], {
          severity: "warning",
          rule: "csv-annotations-missing",
          message: "annotations not found",
          advice: "OperatorHub shows capabilities, categories, image, repository and support from there."
        });
        return;
      }
      const [alm, olm] = [ textOf(annotations["alm-examples"] ?? void 0), textOf(annotations["olm.examples"] ?? void 0) ];
      const key = Object.hasOwn(annotations, "alm-examples") ? "alm-examples" : "olm.examples";
      const path = [ "metadata", "annotations", key ];
      if (!Object.hasOwn(annotations, key)) {
        findings.at(file, [ "metadata", "annotations" ], {
          severity: "warning",
          rule: "csv-examples",
          message: "example annotations not found",
          advice: "Put one object of each kind into config/samples; “alm-examples” is made of them."
        });
        return;
      }
      if (key === "alm-examples" && Object.hasOwn(annotations, "olm.examples")) findings.at(file, [ "metadata", "annotations", "olm.examples" ], {
        severity: "warning",
        rule: "csv-examples",
        message: "both `alm-examples` and `olm.examples` are present. Checking only `alm-examples`",
        advice: "Remove “olm.examples”."
      });
      const read = readExamples((key === "alm-examples" ? alm : olm) ?? "");
      if ("fault" in read) {
        findings.at(file, path, {
          severity: "error",
          rule: "csv-examples",
          message: read.fault,
          advice: "It has to be a JSON list of objects."
        });
        return;
      }
      const provided = providedApis(value);
      for (const {index: index, crd: crd} of provided.unreadable) findings.at(file, [ "spec", "customresourcedefinitions", "owned", index, "name" ], {
        severity: "error",
        rule: "csv-owned-crd-name",
        message: `couldn't parse plural.group from crd name: ${crd}`,
        advice: "Write PLURAL.GROUP, for example “appwrappers.workload.codeflare.dev”."
      });
      for (const example of read.apis) {
        if (provided.apis.has(example)) continue;
        findings.at(file, path, {
          severity: "error",
          rule: "csv-examples",
          message: `${example}: example must have a provided API`,
          advice: `${name} does not own this API: remove the example, or list the API under “customresourcedefinitions.owned”.`
        });
      }
      for (const [api, at] of provided.apis) {
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
      if (text === "") return {
        apis: new Set
      };
      try {
        JSON.parse(text);
      } catch (error) {
        return {
          fault: `invalid example: ${error instanceof Error ? error.message : ""}`
        };
      }
      const examples = readDocument({
        text: text,
        line: 1
      }, "alm-examples");
      const kind = (0, yaml.Gv)(examples) ? "object" : typeof examples;
      if (examples === null) return {
        apis: new Set
      };
      if (!(0, yaml.Lv)(examples)) return {
        fault: `json: cannot unmarshal ${kind === "boolean" ? "bool" : kind === "bigint" ? "number" : kind} into Go value of type []unstructured.Unstructured: error decoding example CustomResource`
      };
      const wrong = examples.find(example => example !== null && (!(0, yaml.Gv)(example) || textAt(example, "kind") === ""));
      if (wrong !== void 0) return {
        fault: "an example is no object with a kind: error decoding example CustomResource"
      };
      return {
        apis: new Set(examples.map(example => gvkOf(textAt(example, "apiVersion"), textAt(example, "kind"))))
      };
    }
    function providedApis(csv) {
      const apis = new Map;
      const unreadable = [];
      const spec = (0, yaml.Dc)(csv, "spec");
      for (const [index, owned] of (0, yaml.DW)((0, yaml.Dc)(spec, "customresourcedefinitions"), "owned").entries()) {
        const crd = textAt(owned, "name");
        const dot = crd.indexOf(".");
        if (dot < 0) unreadable.push({
          index: index,
          crd: crd
        }); else {
          const api = gvkOf(`${crd.slice(dot + 1)}/${textAt(owned, "version")}`, textAt(owned, "kind"));
          apis.set(api, [ "spec", "customresourcedefinitions", "owned", index ]);
        }
      }
      for (const [index, owned] of (0, yaml.DW)((0, yaml.Dc)(spec, "apiservicedefinitions"), "owned").entries()) {
        const api = gvkOf(`${textAt(owned, "group")}/${textAt(owned, "version")}`, textAt(owned, "kind"));
        apis.set(api, [ "spec", "apiservicedefinitions", "owned", index ]);
      }
      return {
        apis: apis,
        unreadable: unreadable
      };
    }
    const MIN_KUBE_VERSION_MISSING = "csv.Spec.minKubeVersion is not informed. It is recommended you provide this information. Otherwise, it would mean that your operator project can be distributed and installed in any cluster version available, which is not necessarily the case for all projects.";
    function checkCsv(bundle, sdk, findings) {
      const {file: file, value: value, name: name, apiVersion: apiVersion} = bundle.csv;
      const say = (path, severity, rule, message, advice) => findings.at(file, path, {
        severity: severity,
        rule: rule,
        message: message,
        advice: advice
      });
      const spec = (0, yaml.Dc)(value, "spec");
      const replaces = textAt(spec, "replaces");
      for (const [path, field, text] of [ [ [ "metadata", "name" ], "metadata.name", name ], [ [ "spec", "replaces" ], "spec.replaces", replaces ] ]) {
        const faults = field === "spec.replaces" && text === "" ? [] : [ ...dnsSubdomainFaults(text), ...labelValueFaults(text) ];
        if (faults.length > 0) say(path, "error", "csv-name", `${field} "${text}" is invalid: ${faults.join(",")}`, "Name it OPERATOR.vVERSION in lower case, with at most 63 characters.");
      }
      checkExamples(bundle.csv, findings);
      checkInstallModes(spec, say);
      if (sdk !== "v1.27.0") checkMinKubeVersion(textAt(spec, "minKubeVersion"), say);
      checkRequired(value, say);
      checkAnnotationNames(value, name, say);
      if (apiVersion === "") say([], "error", "csv-api-version", "'apiVersion' is missing", "Write “apiVersion: operators.coreos.com/v1alpha1”.");
    }
    function checkMinKubeVersion(text, say, read = readSemVer) {
      const path = [ "spec", "minKubeVersion" ];
      if (text.trim() === "") say(path, "warning", "csv-min-kube-version", MIN_KUBE_VERSION_MISSING, "Write the oldest Kubernetes that the operator is tested with, for example “minKubeVersion: 1.25.0”."); else if (read(text) === null) say(path, "error", "csv-min-kube-version", `csv.Spec.MinKubeVersion has an invalid value: ${text}`, "Write three numbers without a “v”, for example “1.25.0”.");
    }
    function checkInstallModes(spec, say) {
      const modes = (0, yaml.DW)(spec, "installModes");
      const path = [ "spec", "installModes" ];
      if (modes.length === 0) {
        say(path, "error", "csv-install-modes", "install modes not found", "Say for each of OwnNamespace, SingleNamespace, MultiNamespace and AllNamespaces whether it is supported.");
        return;
      }
      const supported = modes.filter(mode => (0, yaml.Dc)(mode, "supported") === true);
      const all = modes.filter(mode => textAt(mode, "type") === "AllNamespaces");
      const isOnlyAll = supported.every(mode => all.includes(mode)) && all.every(mode => supported.includes(mode));
      for (const [index, webhook] of (0, yaml.DW)(spec, "webhookdefinitions").entries()) {
        if ((0, yaml.DW)(webhook, "conversionCRDs").length === 0 || isOnlyAll) continue;
        say([ "spec", "webhookdefinitions", index, "conversionCRDs" ], "error", "csv-install-modes", "only AllNamespaces InstallModeType is supported when conversionCRDs is present", "A CRD has one conversion webhook in the whole cluster: support AllNamespaces and nothing else.");
      }
      if (supported.length === 0) say(path, "error", "csv-install-modes", "none of InstallModeTypes are supported", "Set “supported: true” for one of them at least.");
    }
    function checkRequired(csv, say) {
      const required = [ [ [ "metadata" ], "ObjectMeta", "struct" ], [ [ "spec" ], "Spec", "struct" ], [ [ "spec", "install" ], "Spec.InstallStrategy", "struct" ], [ [ "spec", "install", "strategy" ], "Spec.InstallStrategy.StrategyName", "field" ], [ [ "spec", "install", "spec", "deployments" ], "Spec.InstallStrategy.StrategySpec.DeploymentSpecs", "field" ], [ [ "spec", "displayName" ], "Spec.DisplayName", "field" ] ];
      const missing = [];
      for (const [path, name, kind] of required) {
        const found = valueAt(csv, ...path.map(String));
        const isThere = kind === "struct" ? hasContent(found) : typeof found === "object" ? found !== null : (textOf(found) ?? "") !== "";
        const inside = missing.some(other => other.every((part, index) => path[index] === part));
        const parent = valueAt(csv, ...path.slice(0, -1).map(String));
        if (isThere || inside || path.length === 4 && !hasContent(parent)) continue;
        missing.push(path);
        say(path, "error", "csv-required", `${name}: required field missing`, "Fill it in.");
      }
    }
    function hasContent(value) {
      if ((0, yaml.Gv)(value)) return Object.values(value).some(hasContent);
      if (typeof value === "object" && value !== null) return true;
      return value !== void 0 && value !== null && value !== "" && value !== false && value !== 0;
    }
    const CASE_SENSITIVE = [ "olm.operatorGroup", "olm.operatorNamespace", "olm.targetNamespaces", "olm.providedAPIs", "olm.skipRange" ];
    function checkAnnotationNames(csv, csvName, say) {
      const annotations = valueAt(csv, "metadata", "annotations");
      for (const key of (0, yaml.Gv)(annotations) ? Object.keys(annotations) : []) {
        const path = [ "metadata", "annotations", key ];
        const right = CASE_SENSITIVE.find(name => name.toLowerCase() === key.toLowerCase());
        if (right !== void 0 && right !== key) say(path, "error", "csv-annotation-case", `${csvName}: provided annotation ${key} uses wrong case and should be ${right} instead`, `OLM ignores it as it is; write “${right}”.`);
        if (key === "olm.properties") say(path, "warning", "csv-properties-annotation", "found olm.properties annotation, please define these properties in metadata/properties.yaml instead", "Move them to metadata/properties.yaml.");
      }
    }
    const COMPARATORS = {
      "": order => order === 0,
      "=": order => order === 0,
      "==": order => order === 0,
      "!": order => order !== 0,
      "!=": order => order !== 0,
      ">": order => order > 0,
      ">=": order => order >= 0,
      "<": order => order < 0,
      "<=": order => order <= 0
    };
    function parseOlmRange(text) {
      const alternatives = [];
      for (const alternative of splitAlternatives(splitComparisons(text)) ?? [ [] ]) {
        const comparisons = alternative.flatMap(expandWildcard).map(readComparison);
        if (comparisons.length === 0 || comparisons.includes(null)) return null;
        alternatives.push(version => comparisons.every(matches => matches?.(version)));
      }
      return version => alternatives.some(matches => matches(version));
    }
    function splitComparisons(text) {
      return text.replaceAll(/(?<=[<>=]) +/g, "").split(" ").filter(part => part !== "");
    }
    function splitAlternatives(parts) {
      const alternatives = [ [] ];
      for (const part of parts) if (part === "||") alternatives.push([]); else alternatives.at(-1)?.push(part);
      return alternatives.some(alternative => alternative.length === 0) ? null : alternatives;
    }
    function expandWildcard(part) {
      if (!part.includes("x")) return [ part ];
      const [, operator, version] = /^([^0-9]*)(.*)$/s.exec(part) ?? [];
      if (operator === void 0 || version === void 0) return [ part ];
      const numbers = version.split(".");
      if (numbers.at(-1) !== "x") return [ part ];
      const flat = numbers.map(number => number === "x" ? "0" : number);
      const from = [ ...flat, "0", "0" ].slice(0, 3).join(".");
      const raised = numbers.length - 2;
      const to = [ ...flat.map((number, index) => index === raised && /^[0-9]+$/.test(number) ? `${BigInt(number) + 1n}` : number), "0", "0" ].slice(0, 3).join(".");
      switch (operator) {
       case ">":
        return [ `>=${to}` ];

       case ">=":
        return [ `>=${from}` ];

       case "<":
        return [ `<${from}` ];

       case "<=":
        return [ `<${to}` ];

       case "":
       case "=":
       case "==":
        return [ `>=${from}`, `<${to}` ];

       case "!":
       case "!=":
        return [ `<${from}`, `>=${to}` ];

       default:
        return [ part ];
      }
    }
    function readComparison(part) {
      const [, operator = "", version = ""] = /^([^0-9]*)(.*)$/s.exec(part) ?? [];
      const matches = COMPARATORS[operator];
      const target = readSemVer(version);
      return matches === void 0 || target === null ? null : found => matches(compareSemVer(found, target));
    }
    function loadBundle(directory, findings) {
      const annotations = findAnnotations(directory, findings);
      const manifests = manifestsDirectory(annotations);
      const {files: files} = directory.list(manifests);
      if (files.length === 0) {
        findings.about(directory.called(manifests), {
          severity: "error",
          rule: "manifests-directory",
          message: `The directory ${directory.called(manifests)} contains no yaml files`,
          advice: "Generate the bundle again; a bundle has its objects in manifests/."
        });
        return null;
      }
      const home = csvDirectory(directory, manifests);
      if (home === null) {
        findings.about(directory.called(manifests), {
          severity: "error",
          rule: "csv-missing",
          message: `unable to find a csv in bundle directory ${directory.called(manifests)}`,
          advice: "A bundle has exactly one ClusterServiceVersion; generate the bundle again."
        });
        return null;
      }
      const before = findings.all.length;
      const objects = readObjects(directory, home, findings);
      const csv = onlyCsv(objects, findings);
      for (const object of objects) checkTypes(object, findings);
      if (annotations === null || csv === null || findings.all.length > before) return null;
      const within = directory.paths.filter(path => path.startsWith(`${manifests}/`));
      const contents = within.map(path => directory.file(path)?.bytes ?? Buffer.alloc(0));
      return {
        annotations: annotations,
        mediaType: mediaTypeOf(directory, manifests),
        csv: csv,
        objects: objects,
        size: contents.reduce((sum, {length: length}) => sum + length, 0),
        compressedSize: contents.reduce((sum, bytes) => sum + Math.ceil((0, external_node_zlib_.gzipSync)(bytes).length / 3) * 4, 0)
      };
    }
    function findAnnotations(directory, findings) {
      const usual = "metadata/annotations.yaml";
      for (const path of [ usual, ...directory.paths.filter(one => one !== usual) ]) {
        const file = directory.file(path);
        if (file === null) continue;
        const values = readAnnotations(file);
        if (values !== null && values.size > 0) return {
          file: file,
          values: values
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
    function readAnnotations({value: value, problem: problem}) {
      if (problem !== null) return null;
      if (value === null || value === void 0) return new Map;
      if (!(0, yaml.Gv)(value)) return null;
      const annotations = valueAt(value, "annotations") ?? null;
      if (annotations === null) return new Map;
      if (!(0, yaml.Gv)(annotations)) return null;
      const values = Object.entries(annotations).map(([key, text]) => [ key, text === null ? "" : textOf(text) ]);
      return values.some(([, text]) => text === void 0) ? null : new Map(values.map(([key, text]) => [ key, text ?? "" ]));
    }
    function manifestsDirectory(annotations) {
      const named = annotations?.values.get(LABEL.manifests);
      if (named === void 0) return "manifests";
      return named.replace(/^(?:\.\/+)+/, "").replaceAll(/\/{2,}/g, "/").replace(/\/+$/, "") || ".";
    }
    function csvDirectory(directory, manifests) {
      const hidden = path => path.split("/").some(part => part.startsWith("."));
      const found = directory.paths.find(path => path.startsWith(`${manifests}/`) && !hidden(path) && textAt(directory.file(path)?.value, "kind") === "ClusterServiceVersion");
      return found === void 0 ? null : found.slice(0, found.lastIndexOf("/"));
    }
    function readObjects(directory, home, findings) {
      const {files: files, directories: directories} = directory.list(home);
      const say = (path, rule, message, advice) => findings.about(path, {
        severity: "error",
        rule: rule,
        message: message,
        advice: advice
      });
      for (const name of directories) {
        const path = directory.called(`${home}/${name}`);
        say(path, "manifests-directory", `bundle manifests dir contains directory: ${path}`, "Put its files beside the CSV, or remove it.");
      }
      return files.flatMap(name => {
        const file = directory.file(`${home}/${name}`);
        if (file === null) return [];
        const {path: path} = file;
        if (name.startsWith(".")) {
          say(path, "manifests-hidden-file", `bundle manifests dir has hidden file: ${path}`, "Remove it.");
          return [];
        }
        const fault = undecodable(file);
        if (fault !== null) {
          findings.at(file, [], {
            severity: "error",
            rule: "manifests-unreadable",
            message: `unable to decode object: ${fault}`,
            advice: "Every file in manifests/ holds one Kubernetes object; remove what is none."
          });
          return [];
        }
        const value = (0, yaml.Gv)(file.value) ? file.value : {};
        return [ {
          file: file,
          value: value,
          apiVersion: textAt(value, "apiVersion"),
          kind: textAt(value, "kind"),
          name: textAt(value, "metadata", "name")
        } ];
      });
    }
    function undecodable({value: value, problem: problem, bytes: bytes}) {
      if (problem !== null) return `error converting YAML to JSON: yaml: ${problem.message}`;
      if (value === void 0 || bytes.length === 0) return "EOF";
      if (value === null) return null;
      const into = "Go value of type map[string]interface {}";
      if ((0, yaml.Lv)(value)) return `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into ${into}`;
      if (!(0, yaml.Gv)(value)) {
        const kind = typeof value === "string" ? "string" : typeof value === "boolean" ? "bool" : "number";
        return `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${kind} into ${into}`;
      }
      return textAt(value, "kind") === "" ? "error unmarshaling JSON: while decoding JSON: Object 'Kind' is missing" : null;
    }
    function onlyCsv(objects, findings) {
      const [csv, second] = objects.filter(({kind: kind}) => kind === "ClusterServiceVersion");
      if (second === void 0) return csv ?? null;
      findings.at(second.file, [ "kind" ], {
        severity: "error",
        rule: "csv-multiple",
        message: "invalid bundle: contains multiple CSVs",
        advice: `A bundle has exactly one ClusterServiceVersion; the other one is in ${csv?.file.path ?? "manifests/"}.`
      });
      return null;
    }
    const CRD_VERSIONS = [ "apiextensions.k8s.io/v1", "apiextensions.k8s.io/v1beta1" ];
    function checkTypes({file: file, kind: kind, apiVersion: apiVersion, value: value}, findings) {
      const isCrd = kind === "CustomResourceDefinition";
      if (isCrd && !CRD_VERSIONS.includes(apiVersion)) {
        findings.at(file, [ "apiVersion" ], {
          severity: "error",
          rule: "crd-version-unsupported",
          message: `unsupported CRD version ${apiVersion} for ${file.path.split("/").at(-1) ?? ""}`,
          advice: "Write the definition as apiextensions.k8s.io/v1."
        });
        return;
      }
      if (kind !== "ClusterServiceVersion" && !(isCrd && apiVersion === CRD_VERSIONS[0])) return;
      try {
        (new Normalizer).struct(kind, value);
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
      return [ ...path.matchAll(/\.([^.[]+)|\[(\d+)\]/g) ].map(([, name, index]) => name ?? Number(index));
    }
    function told(value) {
      if ((0, yaml.Lv)(value)) return "a list";
      if ((0, yaml.Gv)(value)) return "an object";
      return typeof value === "string" ? `“${value.slice(0, 40)}”` : String(value);
    }
    function mediaTypeOf(directory, manifests) {
      const {files: files} = directory.list(manifests);
      const kinds = files.map(name => textAt(directory.file(`${manifests}/${name}`)?.value, "kind"));
      if (files.includes("Chart.yaml") && textAt(directory.file(`${manifests}/Chart.yaml`)?.value, "name") !== "") return "helm+v0";
      return kinds.includes("ClusterServiceVersion") ? "registry+v1" : "plain+v0";
    }
    function checkFormat(directory, mediaType, findings) {
      const {directories: directories} = directory.list(".");
      for (const name of [ "manifests", "metadata" ].filter(one => !directories.includes(one))) findings.about(directory.called(name), {
        severity: "error",
        rule: "format-directories",
        message: `Unable to locate ${name} directory`,
        advice: "A bundle has the directories manifests/ and metadata/."
      });
      const files = directory.list("metadata").files.flatMap(name => directory.file(`metadata/${name}`) ?? []);
      const annotations = files.find(file => (readAnnotations(file)?.size ?? 0) > 0);
      if (annotations === void 0) {
        if (!directories.includes("metadata")) return;
        findings.about(directory.called("metadata"), {
          severity: "error",
          rule: "format-annotations-file",
          message: "Could not find annotations file",
          advice: "Write metadata/annotations.yaml; generating the bundle again does."
        });
      } else checkAnnotations(annotations, mediaType, findings);
      const dependencies = files.find(file => file !== annotations && (0, yaml.DW)(file.value, "dependencies").length > 0);
      if (dependencies !== void 0) checkDependencies(dependencies, findings);
    }
    function checkAnnotations(file, mediaType, findings) {
      const values = readAnnotations(file) ?? new Map;
      const say = (label, message, advice) => findings.at(file, [ "annotations", label ], {
        severity: "error",
        rule: "format-annotations",
        message: message,
        advice: advice
      });
      const {mediaType: media, manifests: manifests, metadata: metadata, package: operator, channels: channels, defaultChannel: defaultChannel} = LABEL;
      for (const label of [ media, manifests, metadata, operator, channels ]) if (!values.has(label)) say(label, `Missing annotation "${label}"`, "Add it; generating the bundle again does.");
      const found = values.get(media) ?? "";
      if (found !== mediaType) say(media, `Expecting annotation "${media}" to have value "${mediaType}" instead of "${found}"`, `Write “${mediaType}”, which is what manifests/ holds.`);
      if ((values.get(channels) ?? "") === "") say(channels, `Expecting annotation "${channels}" to have non-empty value`, "List the channels, separated by commas.");
      if (values.get(defaultChannel) === "") say(defaultChannel, `Expecting annotation "${defaultChannel}" to have non-empty value`, "Name one of the channels, or remove the line.");
    }
    function checkDependencies(file, findings) {
      for (const [index, dependency] of (0, yaml.DW)(file.value, "dependencies").entries()) {
        const type = textOf((0, yaml.Dc)(dependency, "type")) ?? "";
        const value = (0, yaml.Dc)(dependency, "value") ?? null;
        for (const {message: message, at: at = []} of dependencyFaults(type, value)) findings.at(file, [ "dependencies", index, ...at ], {
          severity: "error",
          rule: "format-dependencies",
          message: message,
          advice: "See https://olm.operatorframework.io/docs/concepts/olm-architecture/dependency-resolution/"
        });
      }
    }
    function dependencyFaults(type, value) {
      const unreadable = [ {
        message: `couldn't parse dependency of type ${type}`,
        at: [ "type" ]
      } ];
      if (!(0, yaml.Gv)(value) && value !== null) return unreadable;
      const texts = (...names) => {
        const found = names.map(name => (0, yaml.Dc)(value, name) ?? "");
        return found.every(one => typeof one === "string") ? found : null;
      };
      switch (type) {
       case "olm.gvk":
        {
          const found = texts("group", "version", "kind");
          if (found === null) return unreadable;
          return [ "Group", "Version", "Kind" ].flatMap((part, index) => found[index] === "" ? [ {
            message: `API ${part} is empty`,
            at: [ "value" ]
          } ] : []);
        }

       case "olm.package":
        {
          const [name, version] = texts("packageName", "version") ?? [];
          if (name === void 0 || version === void 0) return unreadable;
          const faults = name === "" ? [ {
            message: "Package name is empty",
            at: [ "value" ]
          } ] : [];
          if (version === "") faults.push({
            message: "Package version is empty",
            at: [ "value" ]
          }); else if (parseOlmRange(version) === null) faults.push({
            message: "Invalid semver format version",
            at: [ "value", "version" ]
          });
          return faults;
        }

       case "olm.label":
        {
          const [label] = texts("label") ?? [];
          if (label === void 0) return unreadable;
          return label === "" ? [ {
            message: "Label information is missing",
            at: [ "value" ]
          } ] : [];
        }

       case "olm.constraint":
        {
          if (texts("failureMessage") === null) return unreadable;
          const cel = (0, yaml.Dc)(value, "cel") ?? null;
          if (cel === null) return [ {
            message: "The CEL field is missing",
            at: [ "value" ]
          } ];
          const rule = (0, yaml.Gv)(cel) ? (0, yaml.Dc)(cel, "rule") ?? "" : null;
          if (typeof rule !== "string") return unreadable;
          return rule === "" ? [ {
            message: "The CEL expression is missing",
            at: [ "value", "cel" ]
          } ] : [];
        }

       default:
        return unreadable;
      }
    }
    function checkGoodPractices({csv: csv}, findings) {
      const {file: file, value: value, name: name} = csv;
      const strategy = valueAt(value, "spec", "install", "spec");
      if (!(0, yaml.Lv)((0, yaml.Dc)(strategy, "deployments"))) findings.at(file, [ "spec", "install", "spec" ], {
        severity: "error",
        rule: "practice-deployments",
        message: "unable to find a deployment to install in the CSV",
        advice: "OLM installs Deployments; without one the bundle does nothing. Is it missing from the rendered manifests?"
      });
      for (const [index, deployment] of (0, yaml.DW)(strategy, "deployments").entries()) {
        const containers = (0, yaml.DW)(valueAt(deployment, "spec", "template", "spec"), "containers");
        for (const [position, container] of containers.entries()) {
          if ((0, yaml.Gv)(valueAt(container, "resources", "requests"))) continue;
          findings.at(file, [ "spec", "install", "spec", "deployments", index, "spec", "template", "spec", "containers", position ], {
            severity: "warning",
            rule: "practice-resource-requests",
            message: `unable to find the resource requests for the container: (${textAt(container, "name")}). It is recommended to ensure the resource request for CPU and Memory. Be aware that for some clusters configurations it is required to specify requests or limits for those values. Otherwise, the system or quota may reject Pod creation. More info: https://master.sdk.operatorframework.io/docs/best-practices/managing-resources/`,
            advice: "Set “resources.requests” of the container in config/manager."
          });
        }
      }
      checkDescriptions(csv, findings);
      checkCrdPermissions(csv, findings);
      checkName(name, message => findings.at(file, [ "metadata", "name" ], {
        severity: "warning",
        rule: "practice-name",
        message: message,
        advice: "Name it OPERATOR.vVERSION, for example “codeflare-operator.v1.16.0”."
      }));
    }
    function checkDescriptions({file: file, value: value}, findings) {
      for (const relation of [ "owned", "required" ]) for (const [index, crd] of (0, yaml.DW)(valueAt(value, "spec", "customresourcedefinitions"), relation).entries()) {
        if (textAt(crd, "description") !== "") continue;
        findings.at(file, [ "spec", "customresourcedefinitions", relation, index ], {
          severity: "warning",
          rule: "practice-crd-description",
          message: `${relation} CRD "${textAt(crd, "name")}" has an empty description`,
          advice: "Describe it in a sentence in the base CSV (config/manifests/bases); OperatorHub shows it."
        });
      }
    }
    function checkCrdPermissions({file: file, value: value}, findings) {
      const strategy = valueAt(value, "spec", "install", "spec");
      for (const list of [ "permissions", "clusterPermissions" ]) for (const [index, permission] of (0, 
      yaml.DW)(strategy, list).entries()) {
        const found = (0, yaml.DW)(permission, "rules").findIndex(rule => {
          const has = (field, wanted) => (0, yaml.DW)(rule, field).some(item => wanted.includes(textOf(item) ?? ""));
          return has("apiGroups", [ "apiextensions.k8s.io" ]) && has("resources", [ "customresourcedefinitions", "*", "[*]" ]) && has("verbs", [ "create", "*", "[*]", "patch" ]);
        });
        if (found < 0) continue;
        findings.at(file, [ "spec", "install", "spec", list, index, "rules", found ], {
          severity: "warning",
          rule: "practice-crd-permission",
          message: "CSV contains permissions to create CRD. An Operator shouldn't deploy or manage other operators (such patterns are known as meta or super operators or include CRDs in its Operands). It's the Operator Lifecycle Manager's job to manage the deployment and lifecycle of operators.  Please, review the design of your solution and if you should not be using Dependency Resolution from OLM instead. More info: https://sdk.operatorframework.io/docs/best-practices/common-recommendation/",
          advice: "Let OLM install the CRDs from the bundle, and take the verb out of the role."
        });
        return;
      }
    }
    function checkName(name, say) {
      const found = /([0-9]+)\.([0-9]+)\.([0-9]+)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+)?$/.exec(name)?.[0];
      if (found === void 0 || readSemVer(found) === null) say(`csv.metadata.Name ${name} is not following the versioning convention (MAJOR.MINOR.PATCH e.g 0.0.1): https://semver.org/`);
      if (name.split(".v").length !== 2) say(`csv.metadata.Name ${name} is not following the recommended naming convention: <operator-name>.v<semver> e.g. memcached-operator.v0.0.1`);
    }
    function requestUriFault(text) {
      const fault = reason => `parse ${JSON.stringify(text)}: ${reason}`;
      if (/[\u0000-\u001f\u007f]/.test(text)) return fault("net/url: invalid control character in URL");
      if (text === "*") return null;
      const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(text)?.[0] ?? "";
      if (scheme === "" && text.startsWith(":")) return fault("missing protocol scheme");
      const rest = text.slice(scheme.length);
      if (!rest.startsWith("/")) {
        if (scheme !== "" && rest !== "") return null;
        if (scheme === "" && /^[^/]*:/.test(text)) return fault("first path segment in URL cannot contain colon");
        return fault("invalid URI for request");
      }
      const path = rest.split("?")[0] ?? "";
      const [, authority, below = ""] = (scheme !== "" || !path.startsWith("///")) && path.startsWith("//") ? /^\/\/([^/]*)(.*)$/s.exec(path) ?? [] : [ null, null, path ];
      const escape = /%(?![0-9A-Fa-f]{2}).{0,2}/s.exec(below)?.[0];
      if (escape !== void 0) return fault(`invalid URL escape ${JSON.stringify(escape)}`);
      return authority === null || authority === void 0 ? null : authorityFault(authority, fault);
    }
    function authorityFault(authority, fault) {
      const host = authority.slice(authority.lastIndexOf("@") + 1);
      const user = authority.slice(0, Math.max(0, authority.lastIndexOf("@")));
      if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) return fault("net/url: invalid userinfo");
      if (host.startsWith("[")) {
        if (!host.includes("]")) return fault("missing ']' in host");
        return portFault(host.slice(host.lastIndexOf("]") + 1), fault);
      }
      const colon = host.indexOf(":");
      const port = colon < 0 ? "" : host.slice(host.lastIndexOf(":"));
      const odd = /[^A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%\u0080-\uffff]/.exec(host)?.[0];
      if (odd !== void 0) return fault(`invalid character ${JSON.stringify(odd)} in host name`);
      const escape = /%(?![0-9A-Fa-f]{2}).{0,2}/s.exec(host)?.[0];
      if (escape !== void 0) return fault(`invalid URL escape ${JSON.stringify(escape)}`);
      return portFault(port, fault);
    }
    function portFault(port, fault) {
      return port === "" || /^:[0-9]*$/.test(port) ? null : fault(`invalid port ${JSON.stringify(port)} after host`);
    }
    function mailFault(text) {
      try {
        new AddressReader(text).single();
        return null;
      } catch (error) {
        if (error instanceof MailFault) return `mail: ${error.message}`;
        throw error;
      }
    }
    class MailFault extends Error {}
    const ATOM = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~\u0080-\uffff]+/;
    class AddressReader {
      #rest;
      constructor(text) {
        this.#rest = text;
      }
      single() {
        this.#space();
        if (this.#rest === "") throw new MailFault("no address");
        if (!this.#addressOrName()) this.#angle();
        this.#space();
        if (this.#rest !== "") throw new MailFault(`expected single address, got ${JSON.stringify(this.#rest)}`);
      }
      #addressOrName() {
        const start = this.#rest;
        const isAddress = this.#try(() => {
          this.#local();
          if (!this.#take("@")) throw new MailFault("missing '@' or angle-addr");
          this.#domain();
        });
        if (isAddress === null) return true;
        const local = isAddress;
        this.#rest = start;
        if (this.#rest.startsWith("<")) return false;
        let words = 0;
        for (this.#space(); this.#rest !== "" && !this.#rest.startsWith("<"); this.#space(), 
        words++) {
          const before = this.#rest;
          if (this.#rest.startsWith('"')) this.#quoted(); else {
            const word = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.\u0080-\uffff]+/.exec(this.#rest)?.[0] ?? "";
            this.#rest = this.#rest.slice(word.length);
          }
          if (this.#rest === before) {
            if (words === 0) throw local;
            throw new MailFault(words === 1 && this.#rest.startsWith("@") ? local.message : "missing '@' or angle-addr");
          }
        }
        if (!this.#rest.startsWith("<")) throw start.includes("@") ? local : new MailFault("missing '@' or angle-addr");
        return false;
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
        if (this.#rest.startsWith('"')) this.#quoted(); else this.#atoms();
      }
      #domain() {
        this.#space();
        if (this.#rest === "") throw new MailFault("no domain in addr-spec");
        if (this.#rest.startsWith("[")) {
          const literal = /^\[[^\][\\]*\]/.exec(this.#rest)?.[0];
          if (literal === void 0) throw new MailFault("unclosed domain-literal");
          this.#rest = this.#rest.slice(literal.length);
        } else this.#atoms();
      }
      #atoms() {
        for (;;) {
          const atom = ATOM.exec(this.#rest)?.[0];
          if (atom === void 0) throw new MailFault("invalid string");
          this.#rest = this.#rest.slice(atom.length);
          if (!this.#rest.startsWith(".")) return;
          this.#rest = this.#rest.slice(1);
          if (this.#rest.startsWith(".")) throw new MailFault("double dot in atom");
          if (!ATOM.test(this.#rest)) throw new MailFault("trailing dot in atom");
        }
      }
      #quoted() {
        const quoted = /^"(?:[^"\\]|\\.)*"/s.exec(this.#rest)?.[0];
        if (quoted === void 0) throw new MailFault("unclosed quoted-string");
        this.#rest = this.#rest.slice(quoted.length);
      }
      #take(character) {
        this.#space();
        if (!this.#rest.startsWith(character)) return false;
        this.#rest = this.#rest.slice(1);
        return true;
      }
      #space() {
        this.#rest = this.#rest.replace(/^[ \t]+/, "");
        const comment = /^\((?:[^()\\]|\\.)*\)/.exec(this.#rest)?.[0];
        if (comment !== void 0) {
          this.#rest = this.#rest.slice(comment.length);
          this.#space();
        }
      }
    }
    const CAPABILITIES = [ "Basic Install", "Seamless Upgrades", "Full Lifecycle", "Deep Insights", "Auto Pilot" ];
    const ICON_TYPES = [ "image/gif", "image/jpeg", "image/png", "image/svg+xml" ];
    function checkOperatorHub({csv: {file: file, value: value}}, sdk, findings) {
      const spec = (0, yaml.Dc)(value, "spec");
      const say = (path, severity, rule, message, advice) => findings.at(file, path, {
        severity: severity,
        rule: rule,
        message: message,
        advice: advice
      });
      const wrong = (path, rule, message, advice) => say(path, "error", rule, message, advice);
      const provider = textAt(spec, "provider", "name");
      if ((sdk === "v1.27.0" ? provider : provider.trim()) === "") wrong([ "spec", "provider", "name" ], "hub-provider", "csv.Spec.Provider.Name not specified", "Name who provides the operator.");
      for (const [index, maintainer] of (0, yaml.DW)(spec, "maintainers").entries()) {
        const at = [ "spec", "maintainers", index ];
        const email = textAt(maintainer, "email");
        if (textAt(maintainer, "name") === "" || email === "") wrong(at, "hub-maintainers", "csv.Spec.Maintainers elements should contain both name and email", "Give both, or remove the entry.");
        const fault = email === "" ? null : mailFault(email);
        if (fault !== null) wrong([ ...at, "email" ], "hub-maintainers", `csv.Spec.Maintainers email ${email} is invalid: ${fault}`, "Write an address such as “team@example.com”.");
      }
      for (const [index, link] of (0, yaml.DW)(spec, "links").entries()) {
        const at = [ "spec", "links", index ];
        const url = textAt(link, "url");
        if (textAt(link, "name") === "" || url === "") wrong(at, "hub-links", "csv.Spec.Links elements should contain both name and url", "Give both, or remove the entry.");
        const fault = url === "" ? null : requestUriFault(url);
        if (fault !== null) wrong([ ...at, "url" ], "hub-links", `csv.Spec.Links url ${url} is invalid: ${fault}`, "Write the whole address, with https://.");
      }
      const version = readTolerant(textAt(spec, "version"));
      const isZero = version === null || version.major === 0n && version.minor === 0n && version.patch === 0n && version.prerelease.length === 0;
      if (isZero) wrong([ "spec", "version" ], "hub-version", "csv.Spec.Version must be set", "Write the version that the name ends with.");
      checkIcon((0, yaml.Dc)(spec, "icon") ?? null, say);
      const readMinimum = sdk === "v1.27.0" ? readTolerant : void 0;
      checkMinKubeVersion(textAt(spec, "minKubeVersion"), say, readMinimum);
      operator_hub_checkAnnotations(value, sdk, wrong);
    }
    function checkIcon(icon, say) {
      const advice = "Give one icon with “base64data” and “mediatype”.";
      if (icon === null || !(0, yaml.Lv)(icon)) {
        say([ "spec", "icon" ], "warning", "hub-icon", "csv.Spec.Icon not specified", advice);
        return;
      }
      if (icon.length !== 1) say([ "spec", "icon" ], "error", "hub-icon", "csv.Spec.Icon should only have one element", advice);
      const [first] = icon;
      const [data, type] = [ textAt(first, "base64data"), textAt(first, "mediatype") ];
      if (first === void 0) return;
      if (data === "" || type === "") say([ "spec", "icon", 0 ], "error", "hub-icon", "csv.Spec.Icon elements should contain both data and mediatype", advice);
      if (type !== "" && !ICON_TYPES.includes(type)) say([ "spec", "icon", 0, "mediatype" ], "error", "hub-icon", `csv.Spec.Icon ${type} does not have a valid mediatype`, `Use one of ${ICON_TYPES.join(", ")}.`);
    }
    function operator_hub_checkAnnotations(csv, sdk, wrong) {
      const annotations = valueAt(csv, "metadata", "annotations");
      if (!(0, yaml.Gv)(annotations)) return;
      const quote = text => sdk === "v1.27.0" ? text : JSON.stringify(text);
      const at = [ "metadata", "annotations" ];
      if (Object.hasOwn(annotations, "capabilities")) {
        const capability = textOf(annotations["capabilities"] ?? void 0) ?? "";
        if (!CAPABILITIES.includes(capability)) wrong([ ...at, "capabilities" ], "hub-capabilities", `csv.Metadata.Annotations.Capabilities ${quote(capability)} is not a valid capabilities level`, `Use one of: ${CAPABILITIES.join(", ")}.`);
      }
      if (!Object.hasOwn(annotations, "categories")) return;
      const known = CATEGORIES[sdk];
      for (const category of (textOf(annotations["categories"] ?? void 0) ?? "").split(",")) {
        if (known.has(category.trim())) continue;
        wrong([ ...at, "categories" ], "hub-categories", `csv.Metadata.Annotations["categories"] value ${quote(category)} is not in the set of ${sdk === "v1.27.0" ? "default" : "standard"} categories`, `Use these, separated by commas: ${[ ...known ].join(", ")}.`);
      }
    }
    const REMOVED = {
      1.22: {
        "scheduling.k8s.io/v1beta1": [ "PriorityClass" ],
        "rbac.authorization.k8s.io/v1beta1": [ "Role", "ClusterRoleBinding", "RoleBinding", "ClusterRole" ],
        "apiregistration.k8s.io/v1beta1": [ "APIService" ],
        "authentication.k8s.io/v1beta1": [ "TokenReview" ],
        "authorization.k8s.io/v1beta1": [ "LocalSubjectAccessReview", "SelfSubjectAccessReview", "SubjectAccessReview" ],
        "admissionregistration.k8s.io/v1beta1": [ "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration" ],
        "coordination.k8s.io/v1beta1": [ "Lease" ],
        "extensions/v1beta1": [ "Ingress" ],
        "networking.k8s.io/v1beta1": [ "Ingress", "IngressClass" ],
        "storage.k8s.io/v1beta1": [ "CSIDriver", "CSINode", "StorageClass", "VolumeAttachment" ],
        "certificates.k8s.io/v1beta1": [ "CertificateSigningRequest" ]
      },
      1.25: {
        "batch/v1beta1": [ "CronJob" ],
        "discovery.k8s.io/v1beta1": [ "EndpointSlice" ],
        "events.k8s.io/v1beta1": [ "Event" ],
        "autoscaling/v2beta1": [ "HorizontalPodAutoscaler" ],
        "policy/v1beta1": [ "PodDisruptionBudget", "PodSecurityPolicy" ],
        "node.k8s.io/v1beta1": [ "RuntimeClass" ]
      },
      1.26: {
        "autoscaling/v2beta2": [ "HorizontalPodAutoscaler" ]
      }
    };
    const RESOURCES_1_25 = new Set([ "batch/cronjobs", "discovery.k8s.io/endpointslices", "events.k8s.io/events", "autoscaling/horizontalpodautoscalers", "policy/poddisruptionbudgets", "policy/podsecuritypolicies", "node.k8s.io/runtimeclasses" ]);
    function checkRemovedApis(bundle, kubernetes, findings) {
      const {csv: csv} = bundle;
      const minimum = textAt(csv.value, "spec", "minKubeVersion");
      const [target, least] = [ readTolerant(kubernetes), readTolerant(minimum) ];
      if (kubernetes !== "" && target === null) findings.about(csv.file.path, {
        severity: "error",
        rule: "removed-apis",
        message: `invalid value informed via the k8s key option : ${kubernetes}`,
        advice: "Give a version such as “1.29”."
      });
      if (minimum !== "" && least === null) findings.at(csv.file, [ "spec", "minKubeVersion" ], {
        severity: "error",
        rule: "removed-apis",
        message: `unable to use csv.Spec.MinKubeVersion to verify the CRD/Webhook apis because it has an invalid value: ${minimum}`,
        advice: "Write three numbers, for example “1.25.0”."
      });
      for (const release of Object.keys(REMOVED)) {
        const gone = readTolerant(release);
        const isWithout = version => version !== null && gone !== null && compareSemVer(version, gone) >= 0;
        say(release, usesOf(bundle, release), isWithout(target) || isWithout(least) ? "error" : "warning", findings);
        if (release === "1.25") say(release, permissionsOf(bundle), "warning", findings);
      }
    }
    function say(release, uses, severity, findings) {
      const [first] = uses;
      if (first === void 0) return;
      const groups = Map.groupBy(uses, ({group: group}) => group);
      const list = [ ...groups ].map(([group, all]) => `${group}: (${JSON.stringify(all.map(({name: name}) => name)).replaceAll('","', '" "')})`);
      findings.at(first.file, first.path, {
        severity: severity,
        rule: "removed-apis",
        message: `this bundle is using APIs which were deprecated and removed in v${release}. More info: https://kubernetes.io/docs/reference/using-api/deprecation-guide/#v${release.replace(".", "-")}. Migrate the API(s) for ${list.sort().join(",")}`,
        advice: "Use the API that the guide names instead."
      });
    }
    function usesOf(bundle, release) {
      const removed = REMOVED[release] ?? {};
      const uses = bundle.objects.flatMap(({file: file, kind: kind, apiVersion: apiVersion, name: name}) => {
        if (release === "1.22" && kind === "CustomResourceDefinition" && apiVersion === "apiextensions.k8s.io/v1beta1") return [ {
          file: file,
          path: [ "apiVersion" ],
          group: "CRD",
          name: name
        } ];
        return removed[apiVersion]?.includes(kind) === true ? [ {
          file: file,
          path: [ "apiVersion" ],
          group: kind,
          name: name
        } ] : [];
      });
      return release === "1.25" ? [ ...resourcesOf(bundle, removed), ...uses ] : uses;
    }
    function resourcesOf({csv: csv}, removed) {
      return describedResources(csv.value).flatMap(({kind: kind, apiVersion: apiVersion, path: path, name: name}) => removed[apiVersion]?.includes(kind) === true ? [ {
        file: csv.file,
        path: path,
        group: kind,
        name: name
      } ] : []);
    }
    function describedResources(csv) {
      return [ "owned", "required" ].flatMap(list => (0, yaml.DW)(valueAt(csv, "spec", "customresourcedefinitions"), list).flatMap((crd, index) => (0, 
      yaml.DW)(crd, "resources").map((resource, position) => ({
        kind: textAt(resource, "kind"),
        apiVersion: textAt(resource, "version"),
        path: [ "spec", "customresourcedefinitions", list, index, "resources", position ],
        name: `ClusterServiceVersion.Spec.CustomResourceDefinitions.${list === "owned" ? "Owned" : "Required"}[${index}].Resource[${position}]`
      }))));
    }
    function permissionsOf({csv: csv}) {
      const described = new Set(describedResources(csv.value).map(({kind: kind}) => `${kind.toLowerCase()}s`));
      return [ "clusterPermissions", "permissions" ].flatMap(list => (0, yaml.DW)(valueAt(csv.value, "spec", "install", "spec"), list).flatMap((permission, index) => (0, 
      yaml.DW)(permission, "rules").flatMap((rule, position) => texts((0, yaml.Dc)(rule, "apiGroups")).flatMap(group => texts((0, 
      yaml.Dc)(rule, "resources")).filter(resource => !described.has(resource) && RESOURCES_1_25.has(`${group}/${resource}`)).map(resource => ({
        file: csv.file,
        path: [ "spec", "install", "spec", list, index, "rules", position ],
        group: resource,
        name: `ClusterServiceVersion.Spec.InstallStrategy.StrategySpec.${list === "permissions" ? "Permissions" : "ClusterPermissions"}[${index}].Rules[${position}]`
      }))))));
    }
    function texts(value) {
      return Array.isArray(value) ? value.flatMap(item => textOf(item) ?? []) : [];
    }
    function operatorSdkFindings(directory, sdk, kubernetes) {
      const findings = new Findings("operator-sdk");
      const bundle = loadBundle(directory, findings);
      if (bundle === null) return findings.all;
      checkFormat(directory, bundle.mediaType, findings);
      if (bundle.mediaType !== "helm+v0") {
        checkObjects(bundle, sdk, findings);
        checkContents(bundle, findings);
        checkCsv(bundle, sdk, findings);
        checkDefinitions(bundle, findings);
      }
      checkOperatorHub(bundle, sdk, findings);
      checkRemovedApis(bundle, kubernetes, findings);
      checkGoodPractices(bundle, findings);
      return findings.all;
    }
    function validateBundle(files, options = {}) {
      const directory = new BundleDirectory(options.directory ?? "bundle", files);
      return operatorSdkFindings(directory, options.operatorSdk ?? "v1.42.3", options.kubernetes ?? "");
    }
    function readCatalogInput(text, packageName) {
      const match = /^([\w.-]+\/[\w.-]+)(?:@([^:\s]+))?(?::([^:\s]+))?$/.exec(text);
      const path = (match?.[3] ?? `operators/${packageName}`).replace(/\/+$/, "");
      const [operator = "", ...above] = path.split("/").reverse();
      if (match === null || operator === "" || path.startsWith("/") || path.split("/").includes("..")) throw new packages_plan.yo(`Input “catalog” is “${text}”; expected OWNER/REPO[@BRANCH][:DIRECTORY].`, {
        advice: `For example redhat-openshift-ecosystem/community-operators-prod:operators/${packageName}.`
      });
      return {
        repository: match[1] ?? "",
        branch: match[2] ?? "",
        directory: above.reverse().join("/") || ".",
        operator: operator
      };
    }
    function splitName(name) {
      const dot = name.indexOf(".");
      return dot < 0 ? null : {
        operator: name.slice(0, dot),
        version: name.slice(dot + 1).replace(/^v+/, "")
      };
    }
    function versionInName({name: name}) {
      return splitName(name)?.version ?? name;
    }
    function compareBundles(a, b) {
      const [one, other] = [ splitName(a.name), splitName(b.name) ];
      const [operator, otherOperator] = [ one?.operator ?? a.name, other?.operator ?? b.name ];
      if (operator !== otherOperator) return operator < otherOperator ? -1 : 1;
      const [version, otherVersion] = [ one?.version ?? "", other?.version ?? "" ];
      const [left, right] = [ readSemVer(version), readSemVer(otherVersion) ];
      if (left !== null && right !== null) return compareSemVer(left, right);
      return version < otherVersion ? -1 : version > otherVersion ? 1 : 0;
    }
    function bundlesOf(channel, bundles) {
      return bundles.filter(({channels: channels}) => channels.includes(channel)).sort((a, b) => a.directory < b.directory ? -1 : 1).sort(compareBundles);
    }
    const checker_range_NUMBER = "(x|X|\\*|0|[1-9][0-9]*)";
    const BLOCK = new RegExp(`^v?(<|<=|>=|>|=|\\^|~|)${checker_range_NUMBER}(?:\\.${checker_range_NUMBER}(?:\\.${checker_range_NUMBER})?)?(?:-([a-zA-Z0-9.-]*))?(?:\\+([a-zA-Z0-9.-]*))?$`);
    function parseCheckerRange(text) {
      const alternatives = [];
      for (const part of text.split("||")) {
        const comparisons = readGroup(part.trim() === "" ? ">=0.0.0" : part.trim());
        if (comparisons === null) return null;
        alternatives.push(...withCandidates(comparisons));
      }
      return version => alternatives.some(all => all.every(comparison => matches(comparison, version)));
    }
    function readGroup(group) {
      const bounds = group.split(" - ");
      const blocks = bounds.length === 1 ? group.split(" ") : [ `>=${bounds[0] ?? ""}`, `<=${bounds[1] ?? ""}` ];
      if (bounds.length > 2) return null;
      const read = blocks.map(readBlock);
      return read.includes(null) ? null : read.flatMap(block => block ?? []);
    }
    function withCandidates(comparisons) {
      const candidates = comparisons.flatMap(comparison => {
        const {operator: operator, target: target} = comparison;
        if (target.prerelease.length === 0) return [];
        if (operator === ">" || operator === ">=") return [ {
          operator: "<",
          target: release({
            ...target,
            patch: target.patch + 1n
          }),
          always: true
        }, comparison ];
        if (operator === "<" || operator === "<=") return [ {
          operator: ">=",
          target: release({
            ...target,
            patch: 0n
          }),
          always: true
        }, comparison ];
        return [ comparison ];
      });
      const releases = comparisons.map(comparison => comparison.target.prerelease.length === 0 ? comparison : {
        ...comparison,
        target: release(comparison.target)
      });
      return candidates.length === 0 ? [ releases ] : [ candidates, releases ];
    }
    function readBlock(block) {
      const [, prefix, ...texts] = BLOCK.exec(block) ?? [];
      if (prefix === void 0) return null;
      const [major, minor, patch] = texts.slice(0, 3).map(text => text === void 0 || /[xX*]/.test(text) ? null : BigInt(text));
      const [prerelease, build] = texts.slice(3);
      const isPartial = major === null || minor === null || minor === void 0 || patch === null || patch === void 0;
      if (isPartial && (hasText(prerelease) || hasText(build))) return null;
      const numbers = {
        major: major ?? 0n,
        minor: major === null ? 0n : minor ?? 0n,
        patch: 0n
      };
      const target = isPartial ? release(numbers) : exact({
        ...numbers,
        patch: patch ?? 0n
      }, prerelease ?? "", prefix === "" || prefix === "=" ? build ?? "" : "");
      if (target === null) return null;
      const range = (operator, bound) => ({
        operator: operator,
        target: bound,
        always: false
      });
      if (major === null) return [ "", "=", ">=" ].includes(prefix) ? [ range(">=", target) ] : null;
      const above = minor === null ? nextMajor(target) : patch === null ? nextMinor(target) : null;
      switch (prefix) {
       case "^":
        return [ range(">=", target), range("<", caretBound(target, minor === null, patch === null)) ];

       case "~":
        return [ range(">=", target), range("<", minor === null ? nextMajor(target) : nextMinor(target)) ];

       case ">":
        return [ above === null ? range(">", target) : range(">=", above) ];

       case ">=":
        return [ range(">=", target) ];

       case "<":
        return [ range("<", target) ];

       case "<=":
        return [ above === null ? range("<=", target) : range("<", above) ];

       default:
        return above === null ? [ range("==", target) ] : [ range(">=", target), range("<", above) ];
      }
    }
    function exact(numbers, prerelease, build) {
      const {major: major, minor: minor, patch: patch} = numbers;
      return readSemVer(`${major}.${minor}.${patch}${prerelease === "" ? "" : `-${prerelease}`}${build === "" ? "" : `+${build}`}`);
    }
    function caretBound(target, isMinorOpen, isPatchOpen) {
      const {major: major, minor: minor, patch: patch} = target;
      if (major > 0n || minor === 0n && isMinorOpen) return release({
        major: major + 1n,
        minor: 0n,
        patch: 0n
      });
      if (minor > 0n || isPatchOpen) return release({
        major: major,
        minor: minor + 1n,
        patch: 0n
      });
      return release({
        major: major,
        minor: minor,
        patch: patch + 1n
      });
    }
    function nextMajor({major: major, minor: minor, patch: patch, prerelease: prerelease}) {
      const isCandidate = prerelease.length > 0 && minor === 0n && patch === 0n;
      return release({
        major: isCandidate ? major : major + 1n,
        minor: 0n,
        patch: 0n
      });
    }
    function nextMinor({major: major, minor: minor, patch: patch, prerelease: prerelease}) {
      const isCandidate = prerelease.length > 0 && patch === 0n;
      return release({
        major: major,
        minor: isCandidate ? minor : minor + 1n,
        patch: 0n
      });
    }
    function release({major: major, minor: minor, patch: patch}) {
      return {
        major: major,
        minor: minor,
        patch: patch,
        prerelease: [],
        build: []
      };
    }
    function hasText(text) {
      return text !== void 0 && text !== "";
    }
    function matches({operator: operator, target: target, always: always}, version) {
      if (version.prerelease.length > 0 && !always && compareSemVer(release(version), release(target)) !== 0) return false;
      const order = compareSemVer(version, target);
      switch (operator) {
       case "==":
        return order === 0 && (target.build.length === 0 || target.build.join(".") === version.build.join("."));

       case ">":
        return order > 0;

       case ">=":
        return order >= 0;

       case "<":
        return order < 0;

       case "<=":
        return order <= 0;
      }
    }
    class GraphUnreadable extends Error {
      bundle;
      constructor(bundle, message) {
        super(message);
        this.name = "GraphUnreadable";
        this.bundle = bundle;
      }
    }
    function channelGraph(channel, all, mode) {
      const bundles = bundlesOf(channel, all);
      const head = bundles.at(-1) ?? null;
      const edges = mode === "semver-mode" ? chain(bundles) : [ ...byRange(bundles), ...byName(bundles) ];
      const distinct = [ ...new Map(edges.map(edge => [ `${edge.from.directory}\0${edge.to.directory}`, edge ])).values() ];
      const replaced = new Set(distinct.map(({from: from}) => from));
      return {
        channel: channel,
        bundles: bundles,
        head: head,
        edges: distinct,
        dangling: bundles.filter(bundle => bundle !== head && !replaced.has(bundle))
      };
    }
    function chain(bundles) {
      return bundles.slice(1).flatMap((to, index) => {
        const from = bundles[index];
        return from === void 0 ? [] : [ {
          from: from,
          to: to
        } ];
      });
    }
    function byRange(bundles) {
      return bundles.flatMap(to => {
        const range = to.skipRange === null || to.skipRange === "" ? null : parseCheckerRange(to.skipRange);
        if (range === null) return [];
        return bundles.flatMap(from => {
          const version = readSemVer(versionInName(from));
          if (version === null) throw new GraphUnreadable(from, `Invalid version string: '${versionInName(from)}'`);
          return range(version) ? [ {
            from: from,
            to: to
          } ] : [];
        });
      });
    }
    function byName(bundles) {
      const byVersion = new Map(bundles.map(bundle => [ versionInName(bundle), bundle ]));
      return bundles.flatMap(to => [ ...to.replaces === null ? [] : [ to.replaces ], ...to.skips ].flatMap(name => {
        const replaced = splitName(name);
        if (replaced === null) throw new GraphUnreadable(to, `${called(to)} has invalid 'replaces' field: '${name}'`);
        const from = byVersion.get(replaced.version);
        return from === void 0 ? [] : [ {
          from: from,
          to: to
        } ];
      }));
    }
    function called({package: operator, directory: directory}) {
      return `Bundle(${operator}/${directory})`;
    }
    const MOST_DRAWN = 16;
    function drawChannels(bundle, others, mode) {
      const all = [ ...others.filter(({name: name}) => name !== bundle.name), bundle ];
      return bundle.channels.flatMap(channel => {
        try {
          const graph = channelGraph(channel, all, mode);
          const drawing = (0, packages_plan.a4)(mermaidOf(graph, bundle));
          const hidden = graph.bundles.length - drawn(graph, bundle).length;
          const blocks = [ drawing, ...hidden > 0 ? [ (0, packages_plan.FY)(`${hidden} older bundles are not drawn.`) ] : [] ];
          return [ (0, packages_plan.zH)([ "Channel ", (0, packages_plan.aY)(channel), `: ${counted(graph.bundles.length)}` ], blocks) ];
        } catch (error) {
          if (!(error instanceof GraphUnreadable)) throw error;
          return [ (0, packages_plan.FY)("Channel ", (0, packages_plan.aY)(channel), " cannot be drawn: ", error.message) ];
        }
      });
    }
    function mermaidOf(graph, bundle) {
      const shown = drawn(graph, bundle);
      const idOf = new Map(shown.map((one, index) => [ one, `b${index}` ]));
      const nodes = shown.map(one => {
        const style = one.name === bundle.name ? ":::new" : graph.dangling.includes(one) ? ":::dangling" : "";
        const role = one === graph.head ? " (head)" : "";
        return `  ${idOf.get(one) ?? ""}["${draw_escape(versionInName(one))}${role}"]${style}`;
      });
      const edges = graph.edges.flatMap(({from: from, to: to}) => {
        const [source, target] = [ idOf.get(from), idOf.get(to) ];
        if (source === void 0 || target === void 0) return [];
        return [ `  ${source} ${to.replaces === from.name ? "--\x3e" : "-.->"} ${target}` ];
      });
      return [ "flowchart LR", ...nodes, ...edges, "  classDef new stroke-width:3px", "  classDef dangling stroke:#d1242f,stroke-dasharray:4" ].join("\n");
    }
    function drawn({bundles: bundles, edges: edges}, bundle) {
      if (bundles.length <= MOST_DRAWN) return bundles;
      const newest = new Set(bundles.slice(-MOST_DRAWN));
      const replacing = new Set(edges.flatMap(({from: from, to: to}) => from.name === bundle.name ? [ to ] : []));
      return bundles.filter(one => newest.has(one) || replacing.has(one) || one.name === bundle.name || one.name === bundle.replaces);
    }
    function draw_escape(text) {
      return text.replaceAll(/[^\w.+\- ]/g, character => `#${character.codePointAt(0) ?? 0};`);
    }
    function counted(count) {
      return count === 1 ? "1 bundle" : `${count} bundles`;
    }
    function catalogMode(ci) {
      const updateGraph = field(ci, "updateGraph");
      const isMode = updateGraph === "semver-mode" || updateGraph === "replaces-mode";
      return {
        mode: isMode ? updateGraph : "replaces-mode",
        fileBased: field(field(ci, "fbc"), "enabled") === true,
        unknown: isMode || updateGraph === void 0 || updateGraph === null ? null : typeof updateGraph === "string" ? updateGraph : JSON.stringify(updateGraph)
      };
    }
    function field(value, name) {
      return typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, name) ? Reflect.get(value, name) : void 0;
    }
    function placeBundle(bundle, catalog) {
      const {mode: mode, fileBased: fileBased} = catalogMode(catalog.ci);
      const published = catalog.bundles.filter(({name: name}) => name !== bundle.name);
      const pending = catalog.pending.filter(one => one.bundle.name !== bundle.name);
      const nearby = pending.filter(one => one.bundle.channels.some(channel => bundle.channels.includes(channel)));
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
        findings: nearby.map(one => pendingFinding(one, bundle))
      };
      const lower = published.filter(other => compareBundles(other, bundle) < 0);
      const isAbove = other => compareBundles(other, bundle) > 0;
      const [own, elsewhere] = [ lower.filter(other => shares(other, bundle)), lower ];
      const replaced = highest(own) ?? highest(elsewhere);
      const waiting = nearby.filter(one => compareBundles(one.bundle, bundle) < 0).map(one => one.bundle.name);
      const placed = skips => ({
        ...bundle,
        directory: versionInName(bundle),
        replaces: replaced?.name ?? null,
        skips: skips
      });
      const skips = new Set(waiting);
      for (const channel of bundle.channels) {
        const dangling = danglingIn(channel, [ ...published, placed([]) ]);
        for (const other of dangling ?? []) if (other.name !== bundle.name && !isAbove(other)) skips.add(other.name);
        if (!fileBased && dangling?.some(({name: name}) => name === bundle.name) === true) throw belowHead(bundle, channel, published, pending);
      }
      if (replaced !== null) skips.delete(replaced.name);
      return {
        replaces: replaced?.name ?? null,
        skips: [ ...skips ].sort((a, b) => compareBundles({
          name: a
        }, {
          name: b
        })),
        reason: reasonFor(bundle, replaced, own.length > 0, published.some(isAbove)),
        findings: nearby.map(one => pendingFinding(one, bundle))
      };
    }
    function shares(other, bundle) {
      return other.channels.some(channel => bundle.channels.includes(channel));
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
      const channels = bundle.channels.filter(channel => replaced.channels.includes(channel));
      if (!isOwn) return `${bundle.channels.join(", ")} has no bundle yet; ${replaced.name} is the newest one before it.`;
      const where = `${channels.length === 1 ? "channel" : "channels"} ${channels.join(", ")}`;
      return isBelow ? `${replaced.name} is the newest version before it in ${where}; a later bundle skips this one.` : `${replaced.name} is the head of ${where}.`;
    }
    function belowHead(bundle, channel, published, pending) {
      const head = bundlesOf(channel, published).at(-1);
      const version = versionInName(bundle);
      const open = pending.find(one => one.bundle.channels.includes(channel) && compareBundles(one.bundle, bundle) > 0);
      const line = version.split(".").slice(0, 2).join(".");
      return new packages_plan.yo(`${bundle.name} is below ${head?.name ?? "the head"} in channel “${channel}”, and no later bundle skips it: whoever installs it would never be updated, and the catalog refuses it as dangling.`, {
        advice: `Published bundles cannot be changed. Publish it to a channel of its own line only (for example “stable-${line}”), or release the fix as a version above ${head === void 0 ? "the head" : versionInName(head)} in this channel${open === void 0 ? "" : `, or let the bundle of pull request #${open.pull.number} (${open.pull.url}) skip it: “spec.skips: [${bundle.name}]”`}.`
      });
    }
    function pendingFinding({bundle: other, pull: pull}, bundle) {
      const isLower = compareBundles(other, bundle) < 0;
      return {
        severity: isLower ? "info" : "warning",
        rule: "extra/graph-pending-bundle",
        message: `Pull request #${pull.number} adds ${other.name} to the same channels and is not merged yet.`,
        advice: isLower ? `It is skipped, so that either may be merged first: ${pull.url}` : `It has to replace or skip ${bundle.name}; generate it again once this one is merged: ${pull.url}`
      };
    }
    function placeInCatalog(inputs, catalog) {
      const {packageName: packageName, version: version, replaces: replaces} = inputs;
      const skipRange = inputs.skipRange === "" ? void 0 : inputs.skipRange;
      if (skipRange !== void 0 && parseOlmRange(skipRange) === null) throw new packages_plan.yo(`Input “skip-range” is “${skipRange}”, which OLM does not understand.`, {
        advice: "Write comparisons with whole versions, for example “>=1.0.0 <1.2.3”; there is no “^” and no “~”."
      });
      const ownName = version === void 0 ? void 0 : `${packageName}.v${version}`;
      if (replaces === "none") return {
        place: {
          replaces: null,
          skipRange: skipRange
        },
        reason: "It replaces nothing, as asked.",
        findings: [],
        graph: []
      };
      if (replaces !== "auto") {
        if (!/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(replaces) || !replaces.includes(".")) throw new packages_plan.yo(`Input “replaces” is “${replaces}”; allowed: auto, none, or the name of a CSV.`, {
          advice: `Write it whole, for example ${packageName}.v1.2.3.`
        });
        if (replaces === ownName) throw new packages_plan.yo(`Input “replaces” is “${replaces}”, which is this bundle itself.`, {
          advice: "Name the bundle that is updated to this one."
        });
        return {
          place: {
            replaces: replaces,
            skipRange: skipRange
          },
          reason: "It was named by “replaces”.",
          findings: [],
          graph: []
        };
      }
      if (catalog === null) return {
        place: {
          skipRange: skipRange
        },
        reason: "No “catalog” was given: it is as in the manifests.",
        findings: [],
        graph: []
      };
      if (ownName === void 0 || version === void 0) throw new packages_plan.yo("Input “version” is missing: without it the bundle has no place in the catalog.", {
        advice: "Give “version”, or leave “catalog” out."
      });
      const bundle = {
        name: ownName,
        version: version,
        package: packageName,
        channels: inputs.channels,
        defaultChannel: inputs.defaultChannel ?? null,
        skipRange: skipRange ?? null,
        minKubeVersion: null,
        openshiftVersions: null
      };
      const placement = placeBundle(bundle, catalog);
      const placed = {
        ...bundle,
        directory: version,
        replaces: placement.replaces,
        skips: placement.skips
      };
      return {
        place: {
          replaces: placement.replaces,
          skips: placement.skips,
          skipRange: skipRange
        },
        reason: placement.reason,
        findings: placement.findings,
        graph: drawChannels(placed, catalog.bundles, catalogMode(catalog.ci).mode)
      };
    }
    async function readProject(workspace, manifests) {
      const parts = manifests.split("/").filter(part => part !== "" && part !== ".");
      for (let depth = parts.length; depth >= 0; depth--) {
        const path = [ ...parts.slice(0, depth), "PROJECT" ].join("/");
        const bytes = await workspace.read(path, "PROJECT");
        if (bytes !== null) return parseProject(bytes.toString("utf8"), path);
      }
      return null;
    }
    function parseProject(text, path) {
      const document = (0, dist.parseDocument)(text, {
        prettyErrors: false,
        logLevel: "silent"
      });
      const [problem] = document.errors;
      if (problem !== void 0) throw new packages_plan.yo(`${path} is not YAML: ${problem.message}`, {
        file: path,
        advice: "Correct it."
      });
      const name = document.get("projectName");
      const layout = document.get("layout", true);
      return {
        name: typeof name === "string" ? name : "",
        layout: textsOf(layout).join(",")
      };
    }
    function textsOf(node) {
      if ((0, dist.jn)(node)) return [ String(node.value) ];
      return (0, dist.oP)(node) ? node.items.flatMap(textsOf) : [];
    }
    async function planBundle(inputs, workspace, world) {
      const directory = outputDirectory(inputs["output-dir"]);
      const manifests = tidy(inputs.manifests);
      const project = await readProject(workspace, manifests);
      const packageName = inputs.package === "" ? project?.name ?? "" : inputs.package;
      if (packageName === "") throw new packages_plan.yo("Input “package” is missing, and there is no PROJECT file with a “projectName”.", {
        advice: "Give the name of the operator, for example “package: codeflare-operator”."
      });
      const version = inputs.version === "" ? void 0 : inputs.version;
      const defaultChannel = inputs["default-channel"] === "" ? void 0 : inputs["default-channel"];
      const {channels: channels} = inputs;
      const createdAt = givenTime(inputs["created-at"]);
      const place = {
        packageName: packageName,
        version: version,
        channels: channels,
        defaultChannel: defaultChannel,
        replaces: inputs.replaces
      };
      const [source, catalog, present] = await Promise.all([ readManifests(workspace, manifests, packageName, world), inputs.replaces === "auto" && inputs.catalog !== "" ? world.catalog(readCatalogInput(inputs.catalog, packageName)) : null, presentFiles(workspace, directory) ]);
      const placed = placeInCatalog({
        ...place,
        skipRange: inputs["skip-range"]
      }, catalog);
      const bundle = await generateBundle({
        ...place,
        ...source,
        place: placed.place,
        createdAt: createdAt ?? await timeOfCommit(world, present),
        layout: project?.layout ?? "unknown",
        image: inputs.image === "" ? void 0 : inputs.image,
        digests: inputs["use-image-digests"] ? world.digests : null,
        annotations: plan_textOf(present, directory, "metadata/annotations.yaml"),
        hasScorecard: present.has("tests/scorecard/config.yaml"),
        directory: external_node_path_.posix.basename(directory),
        extraServiceAccounts: inputs["extra-service-accounts"]
      });
      const files = createdAt === null ? unchangedTime(bundle, present) : bundle.files;
      const findings = [ ...placed.findings, ...bundle.findings, ...inputs.validate ? validateBundle(wholeBundle(files, present), {
        directory: directory
      }) : [] ];
      const errors = findings.filter(({severity: severity}) => severity === "error");
      return {
        bundle: {
          ...bundle,
          files: files
        },
        directory: directory,
        channels: channels,
        placed: placed,
        changes: await changesOf(workspace, directory, {
          ...bundle,
          files: files
        }, present),
        findings: findings,
        ...inputs.validate && errors.length > 0 && {
          refusal: refusalOf(errors)
        }
      };
    }
    function tidy(path) {
      return path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "").replace(/\/+$/, "") || ".";
    }
    function outputDirectory(given) {
      const directory = external_node_path_.posix.normalize(tidy(given));
      if (directory !== "." && !directory.startsWith("..") && !directory.startsWith("/")) return directory;
      throw new packages_plan.yo(`Input “output-dir” is “${given}”; a directory below the root of the checkout was expected.`, {
        advice: "The bundle has this directory for itself, for example “bundle”."
      });
    }
    async function readManifests(workspace, manifests, packageName, world) {
      const target = await workspace.locate(manifests, "Input “manifests”");
      const found = await (0, promises_.stat)(target).catch(() => null);
      if (found === null) throw new packages_plan.yo(`Input “manifests”: there is no “${manifests}” in the checkout.`, {
        advice: "Name a kustomize directory or a file of rendered manifests. Was the repository checked out before?"
      });
      const home = found.isDirectory() ? manifests : external_node_path_.posix.dirname(manifests);
      const basePath = external_node_path_.posix.join(home, "bases", `${packageName}.clusterserviceversion.yaml`);
      const base = await workspace.read(basePath, "Input “manifests”");
      const text = found.isDirectory() ? await world.render(target) : (await workspace.read(manifests, "Input “manifests”"))?.toString("utf8") ?? "";
      return {
        stream: {
          path: manifests,
          text: text
        },
        bases: base === null ? null : {
          path: basePath,
          text: base.toString("utf8")
        }
      };
    }
    async function presentFiles(workspace, directory) {
      const files = new Map;
      for (const path of await workspace.list(directory, "Input “output-dir”")) {
        const bytes = await workspace.read(path, "Input “output-dir”");
        if (bytes !== null) files.set(external_node_path_.posix.relative(directory, path), bytes);
      }
      return files;
    }
    function plan_textOf(present, directory, path) {
      const bytes = present.get(path);
      return bytes === void 0 ? null : {
        path: external_node_path_.posix.join(directory, path),
        text: bytes.toString("utf8")
      };
    }
    function givenTime(given) {
      if (given === "") return null;
      const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(given) ? Date.parse(given) : Number.NaN;
      if (!Number.isNaN(at)) return `${new Date(at).toISOString().slice(0, 19)}Z`;
      throw new packages_plan.yo(`Input “created-at” is “${given}”, which is no time as in RFC 3339.`, {
        advice: "Write it as 2026-01-31T12:00:00Z, or leave it out: then it is the time of the commit."
      });
    }
    const CREATED_AT = /^(    createdAt: ")([^"\n]+)(")$/m;
    async function timeOfCommit(world, present) {
      const time = await world.commitTime() ?? earlierTime(present);
      if (time !== void 0) return time;
      throw new packages_plan.yo("Input “created-at” is missing, and the checkout has no commit to take the time from.", {
        advice: "Check the repository out with actions/checkout, or give “created-at”."
      });
    }
    function earlierTime(present) {
      const [, csv] = [ ...present ].find(([path]) => path.endsWith(".clusterserviceversion.yaml")) ?? [];
      return csv === void 0 ? void 0 : CREATED_AT.exec(csv.toString("utf8"))?.[2];
    }
    function unchangedTime(bundle, present) {
      const before = earlierTime(present);
      const csv = bundle.files.get(bundle.csvPath);
      if (before === void 0 || csv === void 0) return bundle.files;
      const files = new Map(bundle.files);
      files.set(bundle.csvPath, csv.replace(CREATED_AT, `$1${before}$3`));
      const isSame = [ ...files ].every(([path, text]) => present.get(path)?.toString("utf8") === text);
      return isSame ? files : bundle.files;
    }
    function wholeBundle(files, present) {
      const kept = [ ...present ].filter(([path]) => !isStale(path, files));
      return new Map([ ...kept, ...[ ...files ].map(([path, text]) => [ path, Buffer.from(text) ]) ]);
    }
    function isStale(path, files) {
      return path.startsWith("manifests/") && !files.has(path);
    }
    async function changesOf(workspace, directory, bundle, present) {
      const reason = `the bundle ${bundle.csvName}`;
      const wanted = [ ...[ ...bundle.files ].map(([path, text]) => [ external_node_path_.posix.join(directory, path), text, reason ]), [ external_node_path_.posix.join(external_node_path_.posix.dirname(directory), "bundle.Dockerfile"), bundle.dockerfile, reason ], ...[ ...present.keys() ].filter(path => isStale(path, bundle.files)).map(path => [ external_node_path_.posix.join(directory, path), null, "no object of the manifests makes it any more" ]) ];
      const changes = await Promise.all(wanted.map(([path, text, why]) => workspace.change(path, text, why)));
      return changes.filter(change => change !== null);
    }
    function refusalOf(errors) {
      const [first] = errors;
      const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
      return new packages_plan.yo(`The bundle was not written: ${first?.message ?? ""}${more}`, {
        ...first?.file !== void 0 && {
          file: first.file
        },
        ...first?.line !== void 0 && {
          line: first.line
        },
        advice: first?.advice ?? ""
      });
    }
    var packages_registry = __webpack_require__(5962);
    function registryDigests(registries) {
      return {
        async pin(image) {
          if (image === PLACEHOLDER) throw new packages_plan.yo(`A deployment runs “${PLACEHOLDER}”, which stands for an image that is still to be named.`, {
            advice: "Name it in “image”, or let kustomize set it."
          });
          const {registry: registry, repository: repository, tag: tag = "latest", digest: digest} = (0, 
          packages_registry.F2)(image, "The image of a deployment");
          if (digest !== void 0) return image;
          const found = await registries.head({
            registry: registry,
            repository: repository,
            tag: tag
          });
          if (found !== null) return (0, packages_registry.FH)({
            registry: registry,
            repository: repository,
            digest: found.digest
          });
          throw new packages_plan.yo(`There is no image ${image}, so its digest cannot be written into the bundle.`, {
            advice: "Publish it first, correct its name, or set “use-image-digests: false” for a bundle that names tags."
          });
        }
      };
    }
    function reportBundle(plan) {
      const {bundle: bundle, placed: placed, channels: channels, directory: directory, refusal: refusal, changes: changes} = plan;
      const files = bundle.files.size + 1;
      return [ ...refusal === void 0 ? [] : [ (0, packages_plan.FY)("❌ ", refusal.message), ...adviceOf(refusal.advice) ], (0, 
      packages_plan.tp)([ "bundle", "version", "channels", "replaces" ], [ [ (0, packages_plan.aY)(bundle.csvName), bundle.version ?? "–", channels.join(", "), bundle.replaces === null ? "–" : (0, 
      packages_plan.aY)(bundle.replaces) ] ]), (0, packages_plan.FY)(`Place: ${placed.reason}`), ...placed.graph, ...findingBlocks(plan.findings), ...imageBlocks(plan), refusal === void 0 ? (0, 
      packages_plan.FY)(changes.length === 0 ? `All ${files} files are in ` : `${changes.length} of ${files} files change in `, (0, 
      packages_plan.aY)(directory), changes.length === 0 ? " already." : ".") : (0, packages_plan.FY)("Nothing was written.") ];
    }
    function adviceOf(advice) {
      return advice === void 0 ? [] : [ (0, packages_plan.FY)(advice) ];
    }
    function imageBlocks({bundle: bundle}) {
      const {relatedImages: relatedImages} = bundle;
      if (relatedImages.length === 0) return [];
      const rows = relatedImages.map(({name: name, image: image}) => [ name, (0, packages_plan.aY)(image) ]);
      return [ (0, packages_plan.zH)(`Images that a mirror needs: ${relatedImages.length}`, [ (0, 
      packages_plan.tp)([ "name", "image" ], rows) ]) ];
    }
    function findingBlocks(findings) {
      const of = severity => findings.filter(finding => finding.severity === severity);
      const [errors, warnings, notes] = [ of("error"), of("warning"), of("info") ];
      return [ ...errors.length === 0 ? [] : [ (0, packages_plan.R_)("What is wrong"), findingTable(errors) ], ...warnings.length === 0 ? [] : [ (0, 
      packages_plan.zH)(`To look at: ${warnings.length}`, [ findingTable(warnings) ]) ], ...notes.length === 0 ? [] : [ (0, 
      packages_plan.zH)(`Notes: ${notes.length}`, [ (0, packages_plan.p_)(notes.map(({message: message}) => message)) ]) ] ];
    }
    function findingTable(findings) {
      return (0, packages_plan.tp)([ "where", "what", "what to do" ], findings.map(finding => [ placeOf(finding), finding.message, finding.advice ]));
    }
    function placeOf({file: file, line: line}) {
      if (file === void 0) return "–";
      return (0, packages_plan.aY)(line === void 0 ? file : `${file}:${line}`);
    }
    var p_limit = __webpack_require__(370);
    var packages_github = __webpack_require__(2914);
    const AT_ONCE = 8;
    const MOST_PAGES = 5;
    async function githubCatalog(github, repository, base = "") {
      const branch = base === "" ? (await (0, packages_github.TM)(github, repository)).defaultBranch : base;
      const head = await (0, packages_github.P)(github, repository, branch);
      if (head === null) throw new packages_plan.yo(`Catalog ${(0, packages_github.fq)(repository)} has no branch “${branch}”.`, {
        advice: "Correct the name of the repository or of the branch."
      });
      return {
        published: treeOf(github, repository, head),
        pending: async operator => {
          const {owner: owner, repo: repo} = repository;
          const pulls = await github.pages(page => github.request("GET /repos/{owner}/{repo}/pulls", {
            owner: owner,
            repo: repo,
            state: "open",
            base: branch,
            sort: "created",
            direction: "desc",
            per_page: 100,
            page: page
          }), MOST_PAGES);
          const isAbout = text => text.toLowerCase().split(/[^a-z0-9._-]+/).some(word => word.includes(operator.toLowerCase()));
          return pulls.flatMap(pull => {
            const from = pull.head.repo;
            if (from === null || !(isAbout(pull.title) || isAbout(pull.head.ref))) return [];
            const home = {
              owner: from.owner.login,
              repo: from.name
            };
            return [ {
              number: pull.number,
              url: pull.html_url,
              tree: treeOf(github, home, pull.head.sha)
            } ];
          });
        }
      };
    }
    function treeOf(github, repository, commit) {
      const limit = (0, p_limit.A)(AT_ONCE);
      return {
        list: async directory => {
          const files = await (0, packages_github.CS)(github, repository, commit, directory);
          return new Map([ ...files ].map(([path, {blob: blob}]) => [ path, blob ]));
        },
        read: async blobs => {
          const distinct = [ ...new Set(blobs) ];
          const contents = await Promise.all(distinct.map(blob => limit(() => (0, packages_github.gm)(github, repository, blob))));
          return new Map(distinct.map((blob, index) => [ blob, contents[index] ?? Buffer.alloc(0) ]));
        }
      };
    }
    const read_bundle_PREFIX = "operators.operatorframework.io.bundle";
    function readCatalogBundle(directory, csvText, annotationsText) {
      return describeBundle(directory, load(csvText), load(annotationsText));
    }
    function describeBundle(directory, csv, annotationsFile) {
      const annotations = field(annotationsFile, "annotations");
      const [metadata, spec] = [ field(csv, "metadata"), field(csv, "spec") ];
      const skips = field(spec, "skips");
      return {
        directory: directory,
        name: read_bundle_textOf(field(metadata, "name")) ?? "",
        version: read_bundle_textOf(field(spec, "version")) ?? "",
        package: read_bundle_textOf(field(annotations, `${read_bundle_PREFIX}.package.v1`)) ?? "",
        channels: channelList(read_bundle_textOf(field(annotations, `${read_bundle_PREFIX}.channels.v1`))),
        defaultChannel: read_bundle_textOf(field(annotations, `${read_bundle_PREFIX}.channel.default.v1`))?.trim() ?? null,
        replaces: read_bundle_textOf(field(spec, "replaces")),
        skips: Array.isArray(skips) ? skips.flatMap(name => read_bundle_textOf(name) ?? []) : [],
        skipRange: read_bundle_textOf(field(field(metadata, "annotations"), "olm.skipRange")),
        minKubeVersion: read_bundle_textOf(field(spec, "minKubeVersion")),
        openshiftVersions: read_bundle_textOf(field(annotations, "com.redhat.openshift.versions"))
      };
    }
    function parseCi(text) {
      return load(text);
    }
    function channelList(text) {
      return text === null ? [] : [ ...new Set(text.split(",").map(channel => channel.trim())) ];
    }
    function read_bundle_textOf(value) {
      if (typeof value === "string") return value;
      return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint" ? String(value) : null;
    }
    function load(text) {
      try {
        const value = (0, dist.qg)(text, {
          version: "1.1",
          logLevel: "silent",
          uniqueKeys: false,
          maxAliasCount: 100
        });
        return value;
      } catch {
        return null;
      }
    }
    const ANNOTATIONS = /^(?:metadata)\/annotations\.ya?ml$/;
    const CSV = /^manifests\/[^/]*\.clusterserviceversion\.ya?ml$/;
    async function readOperator(repository, operator, directory = "operators") {
      if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(operator)) throw new packages_plan.yo(`“${operator}” is no name of an operator.`, {
        advice: "Give the name of its directory in the catalog, for example “codeflare-operator”."
      });
      const root = `${directory}/${operator}/`;
      const [files, changes] = await Promise.all([ repository.published.list(root), repository.pending(operator) ]);
      const found = bundleFiles(files, root);
      const pending = await Promise.all(changes.map(async change => {
        const added = [ ...bundleFiles(await change.tree.list(root), root) ].filter(([version]) => !found.has(version));
        const pull = {
          number: change.number,
          url: change.url
        };
        return (await readBundles(change.tree, added)).map(bundle => ({
          bundle: bundle,
          pull: pull
        }));
      }));
      const ciFile = files.get(`${root}ci.yaml`) ?? files.get(`${root}ci.yml`);
      const directories = new Set([ ...files.keys() ].flatMap(path => {
        const [version, ...rest] = path.slice(root.length).split("/");
        return rest.length === 0 || version === void 0 || version === "catalog-templates" ? [] : [ version ];
      }));
      return {
        operator: operator,
        bundles: await readBundles(repository.published, [ ...found ]),
        pending: pending.flat().sort((a, b) => a.pull.number - b.pull.number),
        ci: ciFile === void 0 ? null : parseCi(await content(repository.published, ciFile)),
        unseen: [ ...directories ].filter(version => !found.has(version)).sort()
      };
    }
    function bundleFiles(files, root) {
      const byVersion = Map.groupBy(files, ([path]) => path.slice(root.length).split("/")[0] ?? "");
      return new Map([ ...byVersion ].flatMap(([version, entries]) => {
        const inside = new Map(entries.map(([path, blob]) => [ path.slice(root.length + version.length + 1), blob ]));
        const names = [ ...inside.keys() ].sort();
        if (![ "manifests/", "metadata/" ].every(part => names.some(name => name.startsWith(part)))) return [];
        const pick = pattern => {
          const name = names.find(one => pattern.test(one));
          return (name === void 0 ? void 0 : inside.get(name)) ?? null;
        };
        return [ [ version, {
          csv: pick(CSV),
          annotations: pick(ANNOTATIONS)
        } ] ];
      }));
    }
    async function readBundles(tree, bundles) {
      const wanted = bundles.flatMap(([, {csv: csv, annotations: annotations}]) => [ csv, annotations ].filter(blob => blob !== null));
      const contents = await tree.read(wanted);
      const text = blob => blob === null ? "" : contents.get(blob)?.toString("utf8") ?? "";
      return bundles.map(([version, {csv: csv, annotations: annotations}]) => readCatalogBundle(version, text(csv), text(annotations)));
    }
    async function content(tree, blob) {
      return (await tree.read([ blob ])).get(blob)?.toString("utf8") ?? "";
    }
    var versions = __webpack_require__(9899);
    const gen_bundle_action = (0, action.QP)({
      name: "gen-bundle",
      title: "Generate an OLM bundle",
      description: "Makes the OLM bundle of an operator from its kustomize manifests, as operator-sdk would: every image by digest, in its place in the catalog’s update graph, checked before anything is written, and the same bytes every time.",
      branding: {
        icon: "package",
        color: "blue"
      },
      permissions: {
        contents: "read"
      },
      inputs: {
        token: (0, action.e1)("to read the catalog, when `catalog` is given"),
        version: (0, action.Qq)({
          description: "Version of the bundle, without `v`. Default: name and version as the base CSV has them.",
          example: "1.2.3"
        }),
        package: (0, action.Qq)({
          description: "Name of the operator in the catalog. Default: `projectName` of the PROJECT file.",
          example: "codeflare-operator"
        }),
        manifests: (0, action.Qq)({
          description: "A kustomize directory, rendered by `kustomize` or `kubectl kustomize` (fetched once where there is neither), or a file of rendered manifests.",
          default: "config/manifests"
        }),
        image: (0, action.Qq)({
          description: "The operator’s image: put wherever a deployment names its repository or `controller:latest`, and into the annotation `containerImage`. Default: as in the manifests.",
          example: "quay.io/project-codeflare/codeflare-operator:v1.2.3"
        }),
        channels: (0, action.p_)({
          description: "Channels that the bundle is published in.",
          default: "alpha",
          commas: true
        }),
        "default-channel": (0, action.Qq)({
          description: "The channel of users who choose none: one of `channels`."
        }),
        replaces: (0, action.Qq)({
          description: "What the bundle updates. `auto`: by the published bundles and open pull requests of `catalog`; without `catalog`, what the manifests say stays. `none`: nothing. Or the name of a CSV.",
          default: "auto",
          example: "codeflare-operator.v1.2.2"
        }),
        "skip-range": (0, action.Qq)({
          description: "Versions that are updated to this one at once (`olm.skipRange`).",
          example: ">=1.0.0 <1.2.3"
        }),
        catalog: (0, action.Qq)({
          description: "Where the published bundles are, for `replaces: auto`: `OWNER/REPO[@BRANCH][:DIRECTORY]`. Default of the directory: `operators/PACKAGE`.",
          example: "redhat-openshift-ecosystem/community-operators-prod"
        }),
        "output-dir": (0, action.Qq)({
          description: "Directory of the bundle, which it has for itself.",
          default: "bundle"
        }),
        "use-image-digests": (0, action.Jt)({
          description: "Write every image by digest, and list all of them in `spec.relatedImages`.",
          default: "true"
        }),
        "created-at": (0, action.Qq)({
          description: "Time in the annotation `createdAt`. Default: of the commit that is checked out; a bundle in which nothing else changes keeps its own.",
          example: "2026-01-31T12:00:00Z"
        }),
        "extra-service-accounts": (0, action.p_)({
          description: "Service accounts that the operator uses besides those of its deployments.",
          commas: true
        }),
        "insecure-registries": (0, action.p_)({
          description: "Registry hosts that are spoken to over plain HTTP.",
          example: "localhost:5000",
          commas: true
        }),
        validate: (0, action.Jt)({
          description: "Check the bundle, and write nothing when it has errors: the rules of `operator-sdk bundle validate` and what they miss.",
          default: "true"
        })
      },
      outputs: {
        "bundle-dir": "Path of the bundle, as `output-dir` says it.",
        "csv-name": "Name of the bundle: `codeflare-operator.v1.2.3`.",
        replaces: "The CSV that it updates; empty for none.",
        "related-images": "JSON array of `{name, image}`: what a mirror of the operator needs.",
        findings: "JSON array of findings: what is wrong, what of the manifests OLM cannot take, what to look at."
      },
      async plan(inputs, {environment: environment, workspace: workspace, log: log, signal: signal}) {
        const plan = await planBundle(inputs, new packages_plan.aR(workspace), {
          render: directory => renderKustomization(directory, {
            environment: environment,
            signal: signal,
            onWarning: line => log.warning(line),
            fetch: () => fetchKustomize({
              toolCache: environment["RUNNER_TOOL_CACHE"] ?? environment["RUNNER_TEMP"] ?? workspace,
              platform: process.platform,
              architecture: process.arch,
              get: url => fetch(url, {
                signal: signal
              })
            })
          }),
          digests: registryDigests(new packages_registry.bP({
            credentials: (0, packages_registry.gD)({
              environment: environment
            }),
            endpoints: (0, packages_registry.aL)(environment["CODEFLARE_REGISTRY_ENDPOINTS"]),
            insecure: inputs["insecure-registries"],
            signal: signal,
            onWarning: line => log.warning(line),
            onSecret: value => log.mask(value)
          })),
          async catalog({repository: repository, branch: branch, operator: operator, directory: directory}) {
            const github = new packages_github.GitHub({
              token: inputs.token,
              environment: environment,
              signal: signal,
              log: line => log.info(line)
            });
            const catalog = await githubCatalog(github, (0, packages_github.SU)(repository, "catalog"), branch);
            return readOperator(catalog, operator, directory);
          },
          commitTime: () => (0, versions.bX)(workspace, {
            environment: environment,
            signal: signal
          })
        });
        return {
          changes: plan.changes,
          findings: plan.findings,
          ...plan.refusal !== void 0 && {
            refusal: plan.refusal
          },
          outputs: () => ({
            "bundle-dir": plan.directory,
            "csv-name": plan.bundle.csvName,
            replaces: plan.bundle.replaces ?? "",
            "related-images": plan.bundle.relatedImages,
            findings: plan.findings
          }),
          report: () => reportBundle(plan)
        };
      }
    });
  }
};
