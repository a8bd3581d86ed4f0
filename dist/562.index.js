export const id = 562;

export const ids = [ 562 ];

export const modules = {
  9562: (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      default: () => __WEBPACK_DEFAULT_EXPORT__
    });
    var _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
    var _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9176);
    var _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1380);
    const __WEBPACK_DEFAULT_EXPORT__ = (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.QP)({
      name: "announce",
      title: "Announce a release",
      description: "Tells people about a release in Slack and by mail, exactly once, however often the workflow runs and wherever it was cut off.",
      branding: {
        icon: "message-circle",
        color: "purple"
      },
      permissions: {
        contents: "write"
      },
      inputs: {
        token: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.e1)("`contents: write`, to note what was delivered"),
        title: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "One line: the mail’s subject, and the bold line in Slack.",
          example: "CodeFlare Stack v1.2.0"
        }),
        body: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "What to say, in Markdown."
        }),
        "body-file": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "The same from a file of the checkout, such as the release notes."
        }),
        key: (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "Names this announcement: what was announced under a key is not announced again. Default: repository and tag, in a run for a tag.",
          example: "project-codeflare/codeflare-operator@v1.2.0"
        }),
        "slack-webhook": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.rJ)({
          description: "Address of an incoming webhook of Slack."
        }),
        "slack-token": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.rJ)({
          description: "Bot token of a Slack app, instead of a webhook; needs `chat:write`, `channels:read` and `channels:history`. The safer way: Slack can be asked what was posted."
        }),
        "slack-channel": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "Where the app posts: a name or an id.",
          example: "#codeflare-announce"
        }),
        "smtp-url": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.rJ)({
          description: "The mail server: `smtps://USER:PASSWORD@HOST:465`, or `smtp://USER:PASSWORD@HOST:587` for STARTTLS."
        }),
        "mail-from": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "Sender: an address, or `Name <address>`."
        }),
        "mail-to": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.p_)({
          description: "Recipients, one a line; mailing lists, mostly."
        }),
        "discussion-category": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Qq)({
          description: "Category of GitHub Discussions. Not built yet: giving it is an error."
        }),
        "in-doubt": (0, _packages_action_index_js__WEBPACK_IMPORTED_MODULE_0__.Yq)([ "auto", "resend", "settle" ], {
          description: "What to do about a delivery that an earlier run began without saying how it ended. `auto`: mail goes out again as the same message, a webhook waits for a person. `resend`: send again. `settle`: take it as delivered.",
          default: "auto"
        })
      },
      outputs: {
        delivered: "JSON array of `{channel, to, id, url, at}`: what this run delivered; null for what a service does not tell.",
        skipped: "JSON array of `{channel, to, id, url, at, reason}`: what had been delivered before."
      },
      async plan(inputs, {environment: environment, workspace: workspace, log: log, signal: signal}) {
        const wanted = (0, _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_1__.x3)(inputs);
        if (wanted.length === 0) return {
          changes: [],
          outputs: () => ({
            delivered: [],
            skipped: []
          }),
          report: () => [ (0, _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__.FY)("No channel is configured, so nothing was announced.") ]
        };
        const senders = [ ...wanted.includes("mail") ? (0, _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_1__._c)({
          smtpUrl: inputs["smtp-url"],
          from: inputs["mail-from"],
          to: inputs["mail-to"],
          now: () => new Date,
          onSecret: value => log.mask(value)
        }) : [], ...wanted.includes("slack-webhook") ? [ (0, _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_1__.wx)(inputs["slack-webhook"], {
          signal: signal
        }) ] : [] ];
        const announcement = await (0, _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_1__.gu)(inputs, environment, new _packages_plan_index_js__WEBPACK_IMPORTED_MODULE_2__.aR(workspace));
        const channels = {
          slack: wanted.includes("slack") ? await (0, _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_1__.OD)({
            token: inputs["slack-token"],
            channel: inputs["slack-channel"],
            api: environment["SLACK_API_URL"],
            signal: signal
          }) : null,
          senders: senders,
          receipts: await openReceipts(inputs.token, {
            environment: environment,
            log: log,
            signal: signal
          })
        };
        const plan = await (0, _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_1__.NE)(announcement, channels, inputs["in-doubt"]);
        return {
          changes: plan.changes,
          ...plan.refusal !== void 0 && {
            refusal: plan.refusal
          },
          outputs: () => ({
            delivered: plan.delivered(),
            skipped: plan.skipped
          }),
          report: () => (0, _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_1__.wZ)(announcement, plan)
        };
      }
    });
    async function openReceipts(token, {environment: environment, log: log, signal: signal}) {
      const {GitHub: GitHub, resolveCommit: resolveCommit, runPlace: runPlace} = await Promise.all([ __webpack_require__.e(603), __webpack_require__.e(914) ]).then(__webpack_require__.bind(__webpack_require__, 2914));
      const github = new GitHub({
        token: token,
        environment: environment,
        signal: signal,
        log: line => log.info(line)
      });
      const {repository: repository, trigger: trigger} = runPlace(environment, "");
      const commit = trigger?.sha ?? await resolveCommit(github, repository, "HEAD", "GITHUB_REPOSITORY");
      return (0, _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_1__.by)((0, _packages_announce_index_js__WEBPACK_IMPORTED_MODULE_1__.wJ)(github, repository, commit));
    }
  }
};
