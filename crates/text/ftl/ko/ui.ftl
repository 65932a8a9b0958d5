### 페이지 자체: 단추, 이름표, 제목, 도움말. `.everyday`는 ‘일상’ 관점에서 쓰는 말이다.

## 위쪽 막대

ui-title = AuroraScope – 쓰기가 여섯 사본 중 네 곳에 닿는 모습 보기
ui-skip = 무대로 건너뛰기
ui-scenario = 시나리오:
ui-lens = 관점
ui-lens-engineer = 엔지니어
ui-lens-everyday = 일상
ui-language = 언어
ui-theme = 색상
ui-theme-system = 시스템에 맞춤
ui-theme-light = 밝게
ui-theme-dark = 어둡게
ui-theme-contrast = 고대비
ui-help = 도움말
ui-close = 닫기
ui-dismiss = 닫기

## 시나리오 메뉴

ui-scenarios = 시나리오
ui-chapters = 챕터
ui-chapter-missing = 챕터를 불러오지 못했습니다. 실행은 그대로 이어집니다. 나중에 다시 시도해 주세요.
ui-chapter = { $number } · { $name }
ui-chapter-storage-and-quorum = 스토리지와 쿼럼
ui-chapter-storage-node = 스토리지 노드가 일하는 법
ui-chapter-commit-points = 커밋 지점과 크래시 복구
ui-chapter-reads = 읽기와 읽기 전용 복제본
ui-chapter-endpoints = 엔드포인트
ui-chapter-failover = 장애 조치
ui-chapter-membership = 복구와 구성원
ui-chapter-global = 글로벌 데이터베이스
ui-chapter-mirrored = 미러링한 MySQL과 견주기
ui-chapter-myths = 오해
ui-scenario-storage-and-quorum = 스토리지와 쿼럼
ui-scenario-storage-and-quorum-about = 쓰기가 세 가용 영역의 여섯 사본으로 가고, 네 번째 확인 응답에 커밋됩니다.
ui-scenario-first-write = 첫 번째 쓰기
ui-scenario-first-write-about = 빈 볼륨에 한 번 쓰고, 이어서 가벼운 부하가 걸립니다.
ui-scenario-zone-down = 가용 영역 하나의 중단
ui-scenario-zone-down-about = 가용 영역 하나가 끊겨도 남은 사본 네 개로 쓰기가 이어집니다.
ui-scenario-az-plus-one = 가용 영역 하나와 사본 하나 더
ui-scenario-az-plus-one-about = 남은 사본은 세 개입니다. 쓰기 쿼럼은 성립하지 않지만 잃는 것은 없고 모두 읽을 수 있습니다.
ui-scenario-two-zones-down = 가용 영역 둘의 중단
ui-scenario-two-zones-down-about = 남은 사본은 두 개입니다. 쓰기는 기다렸다가 가용 영역이 돌아오면 이어집니다.
ui-scenario-slow-copies = 느린 사본
ui-scenario-slow-copies-about = 두 사본이 늦게 응답하지만, 가용 영역 하나가 빠지기 전에는 아무도 기다리지 않습니다.
ui-scenario-vcl-is-not-min-pgcl = VCL은 가장 작은 PGCL이 아니다
ui-scenario-vcl-is-not-min-pgcl-about = 보호 그룹 하나가 막히면 볼륨도 함께 막히지만, 다른 그룹은 계속 나아갑니다.
ui-scenario-hole-and-gossip = 빈 곳과 가십
ui-scenario-hole-and-gossip-about = 로그 일부를 놓친 사본이 같은 그룹의 사본에게서 받아 채웁니다.
ui-scenario-crash-and-recovery = 비정상 종료와 복구
ui-scenario-crash-and-recovery-about = 라이터가 비정상 종료되고, 복구하다가 다시 종료된 뒤, 다른 라이터로 교체됩니다.
ui-scenario-back-pressure = 백프레셔
ui-scenario-back-pressure-about = 로그가 VDL보다 앞설 수 있는 폭은 정해져 있어, 이를 넘으면 새 쓰기가 보류됩니다.
ui-scenario-lossy-network = 메시지를 잃는 네트워크
ui-scenario-lossy-network-about = 메시지 다섯 개 중 하나가 유실되어도, 응답한 쓰기는 하나도 잃지 않습니다.
ui-scenario-growth = 자라는 볼륨
ui-scenario-growth-about = 페이지가 모두 차면 보호 그룹이 하나 늘고, 이미 있는 행은 제자리에 있습니다.
ui-scenario-busy = 바쁜 클러스터
ui-scenario-busy-about = 수백 개의 메시지가 동시에 오갑니다.
ui-scenario-crowd = 북새통
ui-scenario-crowd-about = 수천 개의 메시지가 동시에 오갑니다.
ui-scenario-cluster = 일하는 클러스터
ui-scenario-cluster-about = 트랜잭션을 쓰는 클라이언트들. 라이터가 실패하면 계층 0 리더가 넘겨받고, 나중에 모든 인스턴스를 패치합니다.
ui-scenario-rotation = 리전 교대
ui-scenario-rotation-about = 헤드리스 보조 리전이 있는 글로벌 데이터베이스. 싱가포르가 기본 리전이 되었다가 다시 도쿄로 돌아옵니다. 아무것도 잃지 않습니다.
ui-scenario-region-outage = 리전 중단
ui-scenario-region-outage-about = 아일랜드가 0.7초 뒤처진 채 넘겨받습니다. 도착하지 못한 것은 사라지고, 이전 볼륨의 스냅샷에만 남습니다.
ui-scenario-volume = 128TiB 볼륨
ui-scenario-volume-about = 사본이 6개씩인 보호 그룹 13,108개를 지도 한 장에서 봅니다.
ui-scenario-own = { $name }
ui-open-file = 시나리오 파일 열기…
ui-restart = 처음부터 다시
ui-new-seed = 다른 시드로 처음부터
ui-seed = 시드 { $seed }

## 무대

ui-stage = 무대
    .everyday = 무대
ui-stage-described = 글로 보는 무대
ui-clients = 클라이언트
    .everyday = 손님
ui-you = 나
ui-client-number = { $number }
ui-zone = 가용 영역 { $zone }
    .everyday = { $zone }동
ui-zone-short = AZ { $zone }
    .everyday = { $zone }동
ui-zone-cut = 끊김
    .everyday = 들어갈 수 없음
ui-hop = { SHORT($shortest) } ~ { SHORT($longest) }
ui-writer = 라이터
    .everyday = 점장
ui-copy = 사본
    .everyday = 금고
ui-ring-count = { $confirmed }
ui-ring-of =
    { $over ->
        [yes] { $needed }개 필요
       *[no] / { $needed }
    }
ui-queue = { $waiting }건 대기 중
    .everyday = 아직 안전하지 않은 문서 { $waiting }건
ui-queue-held = { $waiting }건 대기 중, { $held }건 보류 중
    .everyday = 아직 안전하지 않은 문서 { $waiting }건, 계산대에서 보류 { $held }건
ui-link = 라이터와 사본 { $copy } 사이의 경로
    .everyday = 점장과 금고 { $copy } 사이의 길
ui-group = PG { $group }
    .everyday = { $group }조
ui-scl = SCL { $scl }
    .everyday =
        { NUMBER($scl) ->
            [0] 0
           *[other] 1~{ $scl }
        }
ui-lsn = { $lsn }

## 눈금자

ui-ruler = 라이터가 아는 로그
    .everyday = 점장이 아는 용지
ui-ruler-lost = 비정상 종료 때의 로그(지금은 아무도 각 지점을 모릅니다)
    .everyday = 점장이 쓰러졌을 때의 용지(지금은 아무도 표시를 모릅니다)
ui-vdl = VDL
    .everyday = 안전
ui-vcl = VCL
    .everyday = 금고 네 개에 보관
ui-pgcl = PGCL { $group }
    .everyday = { $group }조
ui-commit-here = T{ $txn } 커밋 위치
    .everyday = 문서 { $txn }의 끝
ui-group-read-write = PG { $group }: 읽기와 쓰기 가능
    .everyday = { $group }조: 열람과 추가 가능
ui-group-read-only = PG { $group }: 읽기만 가능
    .everyday = { $group }조: 열람만 가능
ui-group-unavailable = PG { $group }: 사용 불가
    .everyday = { $group }조: 닿지 않음
ui-volume = 볼륨의 모든 보호 그룹
    .everyday = 금고의 모든 조
ui-volume-choose = 보호 그룹 선택
    .everyday = 조 선택
ui-volume-read-write = 읽기와 쓰기 가능: { $count }
    .everyday = 열람과 추가 가능: { $count }
ui-volume-read-only = 읽기만 가능: { $count }
    .everyday = 열람만 가능: { $count }
ui-volume-unavailable = 사용 불가: { $count }
    .everyday = 닿지 않음: { $count }
ui-volume-hint = 칸이 밝을수록 최근에 쓰기를 받은 그룹입니다.
    .everyday = 칸이 밝을수록 최근에 문서가 들어온 조입니다.

## 옆 패널

ui-panel = 지금 일어나는 일
ui-hint = 먼저 아래의 ‘쓰기’를 눌러 내 레코드가 사본들에 닿을 때까지 따라가 보세요. 그런 다음 가용 영역의 이름을 골라 끊어 보세요.
    .everyday = 먼저 아래의 ‘쓰기’를 눌러 내 용지가 금고들에 닿을 때까지 따라가 보세요. 그런 다음 동의 이름을 골라 봉쇄해 보세요.
ui-hint-chapter = 차근차근 안내를 따라갈 수도 있습니다:
ui-why-nothing = 기다리는 것이 없습니다
ui-why-nothing-about = 요청된 커밋에 모두 응답했습니다. 기다리는 커밋이 생기면 그 까닭을 여기서 한 걸음씩 증명합니다.
    .everyday = 맡긴 문서가 모두 안전합니다. 기다리는 문서가 생기면 그 까닭을 여기서 한 걸음씩 보여 줍니다.
ui-ask = 직접 요청하기
ui-key = 키
    .everyday = 칸 이름
ui-value = 값
    .everyday = 내용
ui-put = 쓰기
ui-get = 읽기
# $number of the reader
ui-get-from = 리더 { $number }번에서 읽기
    .everyday = 열람실 { $number }번에서 읽기
# $pages number
ui-reader-cache = 캐시의 페이지: { $pages }
    .everyday = 서가의 바인더: { $pages }권
# $applied and $ignored numbers
ui-reader-records = 적용한 레코드: { $applied }, 버린 것: { $ignored }
    .everyday = 철한 용지: { $applied }, 버린 것: { $ignored }
ui-broken = 지금 고장 난 것
ui-mend = 고치기
ui-fact = { $id }

## 글로 된 로그

ui-log = 일어나는 일
ui-verbosity = 알려 주는 양
ui-verbosity-1 = 중요한 것만
ui-verbosity-2 = 더 많이
ui-verbosity-3 = 모두
ui-log-waits = 줄을 읽는 동안 목록은 멈춰 있습니다. End: 가장 새 줄.
ui-at = { $time }
ui-flood = 지난 몇 초 동안 이벤트 { $events }건이 있었습니다. 일시 정지하면 하나씩 들을 수 있습니다.

## 시간

ui-transport = 시간
ui-play = 재생
ui-pause = 일시 정지
ui-step = 다음 이벤트로
ui-step-back = 이전 이벤트로
ui-clock = 시뮬레이션 시각
ui-timeline = 타임라인
ui-lane-commits = 커밋
    .everyday = 안전
ui-lane-messages = 메시지
    .everyday = 배달
ui-lane-faults = 장애
ui-speed = 속도
ui-lagging = 이 기기에서 낼 수 있는 최고 속도
ui-under-way = 진행 중: { $percent }%
ui-until = 다음까지 진행…
ui-until-commit = 다음 커밋
    .everyday = 다음 문서가 안전해질 때
ui-until-fault = 다음 장애
ui-until-quorum-lost = 쓰기 쿼럼 상실
    .everyday = 금고가 모자라 문서에 더 쓸 수 없을 때
ui-until-vdl = VDL 이동
    .everyday = 안전한 용지가 늘어날 때

## 알림

ui-file-place = { $line }행 { $column }열:
ui-bad-play = 주소에 play={ $value } 값이 있지만 0이나 1만 쓸 수 있습니다. 평소처럼 시간이 흐릅니다.
ui-done = 끝났습니다.
ui-opened = 시나리오를 열었습니다.
ui-file-refused = 시나리오로 열 수 없는 파일입니다. 실행은 그대로 이어집니다.
ui-file-too-large = 시나리오로 쓰기에는 너무 큰 파일입니다. 실행은 그대로 이어집니다.
ui-file-not-read = 브라우저가 파일을 읽지 못했습니다. 실행은 그대로 이어집니다.

## 도움말

ui-help-about = 클라이언트가 행을 쓰면 라이터는 쓰기마다 로그 레코드를 만들어 세 가용 영역의 여섯 사본으로 보냅니다. 커밋은 거기까지의 모든 레코드가 여섯 사본 중 네 곳에 저장되었을 때 응답합니다. 무대에서 무엇이든 선택하면 그 상태를 보고 멈추거나 끊거나 느리게 하거나 다시 시작할 수 있습니다. 여기서는 무엇을 해도 돌이킬 수 없는 일은 생기지 않습니다.
    .everyday = 손님이 중요한 문서에 쓸 내용을 가져옵니다. 점장은 그것을 번호 매긴 용지에 적고, 용지마다 세 동에 있는 금고 여섯 개에 보관하게 합니다. 서명까지의 모든 용지가 여섯 금고 중 네 개에 들어가면 손님에게 안전하다고 알립니다. 무대에서 무엇이든 선택하면 그 상태를 보고 망가뜨리거나 고칠 수 있습니다. 여기서는 무엇을 해도 돌이킬 수 없는 일은 생기지 않습니다.
ui-help-shapes = 오가는 것
    .everyday = 길을 오가는 사람
ui-help-keys = 키
ui-shape-ask = 요청 또는 그 응답
ui-shape-write = 라이터에서 사본으로 가는 로그 레코드
    .everyday = 점장에서 금고로 가는 새 용지
ui-shape-ack = 확인 응답: “여기까지 모두 저장했습니다”
    .everyday = 관리인의 보관증: “여기까지의 용지가 모두 있습니다”
ui-shape-gossip = 두 사본이 어디까지 갖췄는지 비교하는 가십
    .everyday = 두 관리인이 어디까지 갖췄는지 맞춰 보기
ui-shape-fill = 사본에서 사본으로 가는 빠진 레코드
    .everyday = 관리인에서 관리인으로 가는 빠진 용지
ui-shape-page = 읽는 페이지
    .everyday = 누군가 열람하려는 바인더
ui-shape-redo = 라이터에서 리더로 가는 리두 스트림
    .everyday = 점장이 열람실에 보내는 사본
ui-shape-lost = 도중에 사라짐
ui-shortcuts = 한 글자 키를 단축키로 쓰기
ui-key-play = 재생 또는 일시 정지
ui-key-step = 다음 이벤트로
ui-key-step-back = 이전 이벤트로
ui-key-speed = 빠르게, 느리게
ui-key-chapter = 챕터의 다음 단계, 이전 단계
ui-key-arrows = 무대 안에서 이동(무대 안에 초점이 있을 때)
ui-key-enter = 초점이 있는 것의 상태와 할 수 있는 일 보기
ui-key-log = 일어나는 일의 줄 사이를 이동(줄에 초점이 있을 때)
ui-key-escape = 그만 보기
ui-key-lens = 다른 관점으로 전환
ui-key-help = 이 도움말

## 바닥글

ui-not-affiliated = AuroraScope는 독립적인 교육용 모델이며 Amazon Web Services와 관련이 없습니다.
ui-licence = 자유 소프트웨어: MIT 또는 Apache-2.0
ui-language-missing = { $language } 언어를 불러오지 못해 지금 언어를 그대로 사용합니다. 잠시 후 { JOSA($language, "을/를") } 다시 선택해 주세요.

## A transaction of several rows

ui-begin = 트랜잭션 시작
    .everyday = 문서 시작
ui-transaction = 트랜잭션
    .everyday = 문서
ui-transaction-about = 이제 쓰기와 읽기가 여기에 더해집니다. 어떻게 끝낼지 고르면 한꺼번에 보냅니다.
    .everyday = 이제 적을 것과 찾을 것이 여기에 더해집니다. 어떻게 끝낼지 고르면 한꺼번에 건넵니다.
ui-between = 문장 사이
    .everyday = 줄 사이
ui-between-none = 쉬지 않음
ui-between-short = 0.1초
ui-between-second = 1초
ui-between-long = 10초
ui-commit = 커밋
    .everyday = 서명
ui-roll-back = 롤백
    .everyday = 취소
ui-discard = 버리기
