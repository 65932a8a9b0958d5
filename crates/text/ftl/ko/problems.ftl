# 안 되는 일을 알리는 문장: 거절된 명령, 시나리오 파일의 잘못, 이루어지지 않은 예상, 명령줄의 말.
# 한 문장으로 무엇이 문제이고 어떻게 하면 되는지 말한다. 파일에 쓰는 이름(zone, cut_zone, ms 등)은 어느 언어에서나 그대로 둔다.

## 거절된 명령. 아무것도 바뀌지 않았다.

refusal-no-such-group = 그룹 { JOSA($group, "은/는") } 없습니다. 이 볼륨에는 { $groups ->
        [1] 그룹 1만
       *[other] 그룹 1~{ $groups }만
    } 있습니다.
refusal-no-such-zone = 가용 영역 { JOSA($zone, "은/는") } 없습니다. 가용 영역은 a, b, c입니다.
refusal-no-such-copy = 지금 사본 { JOSA($copy, "은/는") } 없습니다.
refusal-already-stopped = 사본 { JOSA($copy, "은/는") } 이미 멈춰 있습니다.
refusal-not-stopped = 사본 { JOSA($copy, "은/는") } 작동 중이어서 다시 시작할 수 없습니다. 먼저 멈추세요.
refusal-copy-already-cut = 사본 { JOSA($copy, "은/는") } 이미 끊겨 있습니다.
refusal-copy-not-cut = 사본 { JOSA($copy, "은/는") } 끊겨 있지 않아 되돌릴 것이 없습니다.
refusal-zone-already-cut = 가용 영역 { JOSA($zone, "은/는") } 이미 끊겨 있습니다.
refusal-zone-not-cut = 가용 영역 { JOSA($zone, "은/는") } 끊겨 있지 않아 되돌릴 것이 없습니다.
refusal-same-site = 경로에는 서로 다른 두 끝이 필요합니다. 다른 쪽 끝은 { $site } 말고 다른 것을 고르세요.
refusal-out-of-range = ‘{ $field }’ 값은 { $found }인데, { $min }에서 { $max } 사이여야 합니다.
refusal-empty-key = 행에는 키가 필요합니다. 한 글자 이상 입력하세요.
refusal-key-too-long = 키가 { $found }바이트입니다. 최대 { $max }바이트까지 쓸 수 있습니다.
refusal-value-too-long = 값이 { $found }바이트입니다. 최대 { $max }바이트까지 쓸 수 있습니다.
refusal-no-load = 클라이언트가 스스로 보내는 요청이 없어 멈출 것이 없습니다.
refusal-not-a-member = 사본 { JOSA($copy, "은/는") } 그곳의 멤버가 아닙니다.
refusal-newcomer = 사본 { JOSA($copy, "은/는") } 아직 채우는 중입니다. 교체를 취소하세요.
refusal-already-leaving = 사본 { JOSA($copy, "은/는") } 이미 교체 중입니다.
refusal-two-at-once = 이 그룹에서 사본 두 개를 교체하는 중입니다. 하나가 끝날 때까지 기다리세요.
refusal-not-leaving = 사본 { JOSA($copy, "은/는") } 교체 중이 아니어서 취소할 것이 없습니다.
refusal-patching = 패치가 진행 중입니다. 끝날 때까지 기다리세요.
refusal-group-not-whole = 지금은 사본 { $copy }에 패치를 적용할 수 없습니다. 그룹 { $group }에서 다른 사본이 빠져 있거나 멤버를 바꾸는 중입니다.
refusal-background-paused = 백그라운드 작업은 이미 멈춰 있습니다.
refusal-background-not-paused = 백그라운드 작업이 멈춰 있지 않아 이어 갈 것이 없습니다.
refusal-nothing-to-damage = 사본 { $copy }에는 아직 그 페이지가 없습니다. 먼저 행을 쓰십시오.
refusal-no-long-read = 실행 중인 긴 쿼리가 없어 끝낼 것이 없습니다.
refusal-writer-is-down = 라이터가 이미 멈춰 있습니다.
refusal-writer-is-up = 라이터가 작동 중입니다. 멈춰 있을 때만 다시 시작할 수 있습니다.
refusal-writer-is-there = 라이터가 이미 가용 영역 { $zone }에 있습니다. 다른 가용 영역을 지정하세요.
refusal-no-such-reader = 리더 { $number }번은 없습니다.
refusal-reader-is-down = 리더 { $number }번은 이미 멈춰 있습니다.
refusal-reader-is-up = 리더 { $number }번은 작동 중입니다. 멈춰 있을 때만 다시 시작할 수 있습니다.
refusal-no-cluster = 이 시나리오에는 라이터를 돌보는 클러스터가 없습니다.
refusal-cluster-chooses = 이 클러스터에서는 컨트롤 플레인이 라이터를 정합니다. 대신 장애 조치를 요청하세요.
refusal-failover-under-way = 장애 조치가 진행 중입니다.
refusal-no-successor = 라이터가 될 수 있는 인스턴스가 없습니다.
refusal-cluster-is-stopped = 클러스터가 중지되어 있어 변경할 수 없습니다. 먼저 시작하세요.
refusal-cluster-is-running = 클러스터가 중지되어 있지 않습니다.
refusal-too-many-readers = 클러스터의 리더는 최대 15개입니다.

site-writer = 라이터
site-clients = 클라이언트
site-copy = 사본 { $copy }

## JSON이 아닌 파일

problem-not-text = 여기부터는 UTF-8 텍스트가 아닙니다. UTF-8로 저장하세요.
problem-file-too-long = 파일이 { $found }바이트입니다. 최대 { $max }바이트까지 읽습니다.
problem-json-empty = 파일이 비어 있습니다. 시나리오는 중괄호로 감싼 JSON 객체입니다.
problem-json-comment = 여기에는 주석을 쓸 수 없습니다. 주석을 지우세요.
problem-json-trailing-comma = 마지막 항목 뒤에 쉼표가 있습니다. 쉼표를 지우세요.
problem-json-comma-missing = 여기에 쉼표가 빠졌습니다.
problem-json-colon-missing = 필드 이름과 값 사이에 콜론이 빠졌습니다.
problem-json-value-missing = 필드에 값이 없습니다. 콜론 뒤에 값을 쓰세요.
problem-json-quotes-missing = 이름과 문자열은 큰따옴표로 감쌉니다.
problem-json-quote-missing = 이 문자열을 닫는 따옴표가 없습니다.
problem-json-brace-missing = 여기서 시작하는 객체를 닫는 중괄호가 없습니다.
problem-json-bracket-missing = 여기서 시작하는 배열을 닫는 대괄호가 없습니다.
problem-json-more-text = 시나리오는 이 앞에서 끝납니다. 뒤에 오는 내용을 지우세요.
problem-json-too-deep = 시나리오라고 하기에는 너무 깊이 중첩되어 있습니다.
problem-json-escape = 그런 이스케이프 시퀀스는 없습니다. 역슬래시는 \\, 따옴표는 \", 줄바꿈은 \n, 그 밖은 \u와 16진수 네 자리로 씁니다.
problem-json-number = 42와 같은 JSON 숫자의 형식이 아닙니다.
problem-json-unexpected = 여기에 올 수 없는 내용입니다.
problem-json-control = 문자열 안에는 줄바꿈 같은 제어 문자를 둘 수 없습니다. 줄바꿈은 \n으로 쓰세요.

## JSON이지만 시나리오가 아닌 파일

problem-unknown-field = 여기에 ‘{ $name }’ 필드는 없습니다. 쓸 수 있는 것: { $known }.
problem-unknown-name = 여기서 ‘{ $name }’ 이름은 쓸 수 없습니다. 쓸 수 있는 것: { $known }.
list-too-long = 파일 형식 스키마의 목록 참조
problem-missing-field = ‘{ $name }’ 필드가 없습니다.
problem-duplicate-field = ‘{ $name }’ 필드가 두 번 있습니다. 하나만 남기세요.
problem-wrong-kind = 여기에는 { JOSA($expected, "이/가") } 와야 하는데, 지금은 { $found }입니다.
problem-out-of-range = { JOSA($found, "은/는") } 범위를 벗어났습니다. { $min }에서 { $max } 사이의 수여야 합니다.
problem-wrong-length = 배열의 항목이 { $found }개입니다. { $expected }개여야 합니다.
problem-not-one-field = 여기에는 뜻을 이름으로 나타내는 필드를 하나만 가진 객체가 와야 합니다. 지금은 필드가 { $found }개입니다.
problem-other = 읽을 수 없습니다: { $message }.

kind-object = 중괄호로 감싼 객체
kind-list = 대괄호로 감싼 배열
kind-text = 큰따옴표로 감싼 문자열
kind-number = 숫자
kind-whole-number = 0 이상의 정수
kind-fraction = 정수가 아닌 숫자
kind-true-or-false = true 또는 false 값
kind-null = null 값
kind-nothing = 객체 없이 이름만 쓴 것
kind-level = LSN 또는 "vcl"이나 { "{" } "pgcl": { "{" } "group": 1 { "}" } { "}" } 같은 지점의 이름
kind-other = 다른 것

problem-bad-time = 시간의 형식이 아닙니다. "5ms"나 "1.5s"처럼 숫자와 단위(us, ms, s, min, h)를 쓰세요.
problem-time-too-fine = 시간은 마이크로초 단위의 정수입니다. 소수 자리가 너무 많습니다.
problem-time-too-long = 이 시간은 너무 길어 셀 수 없습니다.
problem-version = 이 파일의 형식은 버전 { $found }인데, 이 프로그램은 버전 { JOSA($known, "을/를") } 읽습니다.
problem-until-too-late = 실행은 최대 { $max }까지 할 수 있습니다.
problem-list-too-long = 배열의 항목이 { $found }개입니다. 최대 { $max }개까지 쓸 수 있습니다.
problem-range-backwards = 범위의 끝이 시작보다 앞섭니다. 작은 수를 먼저 쓰세요.

## 뜻이 통하지 않는 시나리오

problem-after-the-end = { $at } 시점은 실행이 끝나는 { $until }보다 늦습니다. 더 이른 시점을 고르거나 ‘until’을 늦추세요.
problem-needs-regions = 글로벌 데이터베이스에 쓰는 항목입니다. ‘regions’를 적으세요.
problem-not-with-regions = 클러스터 하나에 쓰는 항목입니다. ‘regions’가 있으면 ‘between’과 ‘expect_between’, 그리고 ‘regions’ 안의 ‘cluster’를 쓰세요.
problem-span-backwards = 구간의 끝({ $to })이 시작({ $from })보다 앞섭니다. 둘을 맞바꾸세요.
problem-one-when = 예상이 언제 성립하는지는 ‘at’, ‘within’, ‘throughout’, ‘before’, ‘after’ 가운데 하나로만 나타냅니다.
problem-event-throughout = 이벤트는 한순간에 일어납니다. ‘throughout’ 대신 ‘within’을 쓰세요.
problem-message-without-sent = ‘message’는 ‘sent’ 이벤트에만 쓸 수 있습니다.
problem-empty-claim = 아무것도 요구하지 않습니다. ‘acknowledged’, ‘waiting’, ‘held’, ‘lost’ 가운데 하나 이상을 쓰세요.

hint-did-you-mean = 혹시 ‘{ $name }’ 아닌가요?
