# $region the name of a Region
region-name =
    { $region ->
        [us-west-2] 오리건
        [ca-central-1] 캐나다 중부
        [sa-east-1] 상파울루
        [eu-west-1] 아일랜드
        [eu-central-1] 프랑크푸르트
        [af-south-1] 케이프타운
        [ap-south-1] 뭄바이
        [ap-southeast-1] 싱가포르
        [ap-southeast-2] 시드니
        [ap-northeast-1] 도쿄
        [ap-northeast-2] 서울
       *[us-east-1] 버지니아 북부
    }

world-title = 글로벌 데이터베이스의 리전
    .everyday = 국제 도서관의 각 관
world-ways = 복제
    .everyday = 배송편
world-figures = 대략적인 위치의 지도

world-well = 기본 리전은 { $region }, 쓰기를 받습니다. 보조 리전: { $secondaries }개.
    .everyday = 본관은 { $region }, 서류를 받습니다. 분관: { $secondaries }개.
world-no-writes = 기본 리전은 { $region }, 쓰기를 받지 않습니다.
    .everyday = 본관은 { $region }, 아무것도 받지 않습니다.
world-held = { $region }에서 내구성이 확보된 커밋이 기다립니다. 모든 보조 리전의 지연이 RPO 한도 이상입니다.
    .everyday = { $region }에서 접수증을 내주지 않습니다. 모든 분관이 너무 뒤처졌습니다.
world-draining = { $region }: 새 쓰기를 멈추고 받은 것을 마치는 중입니다. 다음은 { $other }. 지금까지 { $since }.
world-syncing = { $other }: { $region }의 마지막 레코드를 기다립니다. 지금까지 { $since }.
world-fencing = { $other } 승계 전에 스토리지가 { $region }의 쓰기를 차단하려 합니다. 지금까지 { $since }.
world-promoting = { $other }: 리더 하나를 라이터로 만드는 중입니다. 지금까지 { $since }.
world-split = 스플릿 브레인: { $region }, { $other } 모두 쓰기를 받습니다. 둘은 다시 합쳐지지 않습니다.
    .everyday = 본관이 둘: { $region }, { $other } 모두 서류를 받습니다. 서가는 다시 합쳐지지 않습니다.
world-none = 글로벌 데이터베이스에 기본 리전이 더 이상 없습니다.
world-number = { $count }
world-lsn = { $lsn }
world-span = { $span }
world-none-yet = 알 수 없음
world-commits = 응답한 커밋
    .everyday = 내준 접수증
world-waiting = 기다리는 커밋
    .everyday = 기다리는 접수증
world-vdl = VDL
    .everyday = 보관 완료
world-instances = 인스턴스
    .everyday = 사서
world-endpoint = 글로벌 라이터 엔드포인트
    .everyday = 본관 안내판
world-endpoint-here = 이곳을 가리킴
world-app = 애플리케이션
    .everyday = 독서회
world-app-here = 이곳에 씀
world-rpo-limit = RPO 한도
    .everyday = 허용되는 지연
world-deeds = 여기서 할 수 있는 일
region-primary = 기본, 쓰기 가능
    .everyday = 본관, 열림
region-alone = 독립, 쓰기 가능
    .everyday = 독립 도서관, 열림
region-closed = 기본, 쓰기 불가
    .everyday = 본관, 접수 중지
region-held = 기본, 커밋 대기
    .everyday = 본관, 접수증 대기
region-secondary = 보조, 읽기 전용
    .everyday = 분관, 열람만
region-headless = 헤드리스 보조, 스토리지만
    .everyday = 사서 없는 서고
region-dark = 접근 불가
    .everyday = 정전
region-rebuilding = 새 볼륨으로 재구축 중, 읽기 불가
    .everyday = 서가를 다시 채우는 중
region-replaced = 이전 기본, 볼륨 교체 예정
    .everyday = 이전 본관, 서가 교체 예정
region-fenced = 차단됨, 쓰기 불가
    .everyday = 봉쇄됨
region-promoted = 기본으로 승격 중
    .everyday = 본관으로 승격 중

region-says = { $region }: { $state }.

way-name = { $region } → { $other }
way-open = 열림
way-slow = 평소의 { $times }배 걸림
way-cut = 끊김
way-dark = 한쪽 접근 불가
way-rebuilding = 새 볼륨을 채우는 중
way-replication = 복제 지연
    .everyday = 배송 지연
way-rpo = RPO 지연
    .everyday = 아직 없는 가장 오래된 접수증
way-progress = 진행 지연
    .everyday = 아직 비치 안 됨
way-missing = 도착 미확인 커밋
    .everyday = 도착 미확인 접수증
way-says = { $way }: { $state }. 복제 지연 { $replication }, 도착 미확인 커밋 { $missing }개.
    .everyday = { $way }: { $state }. 배송 지연 { $replication }, 도착 미확인 접수증 { $missing }장.

act-light = 되살리기
act-darken = 리전 전체 중단
    .everyday = 정전시키기
act-add-instance = 인스턴스 추가
act-switchover = 이곳으로 전환
    .everyday = 계획대로 본관으로
act-failover = 이곳으로 장애 조치(데이터 손실 허용)
    .everyday = 즉시 본관으로
act-detach = 분리해 독립시키기
act-cancel = 전환 취소
act-stop-writes = 쓰기 중지
act-resume-writes = 쓰기 재개
act-start-app = 애플리케이션이 이곳에 쓰게 하기
act-stop-app = 애플리케이션 중지
act-point-app = 애플리케이션을 이곳으로
act-point-app-at-name = 애플리케이션을 글로벌 라이터 엔드포인트로
act-set-rpo = RPO 한도를 20초로
act-unset-rpo = RPO 한도 해제
act-delete = 이 클러스터 삭제
act-add-region = 리전 추가: { $region }
act-copy-snapshot = 스냅샷을 복사해 보존
act-cut-link = 경로 끊기
act-heal-link = 경로 복구
act-quick-link = 20배 느리게
act-slow-link = 평소 속도로

plan-title = 누가 이어받을까
plan-about = 이 실행의 복사본을 먼저 진행해 측정합니다. 실행 자체는 멈춰 있습니다.
plan-begin = 모든 대상을 복사본에서 시험
plan-end = 비교 닫기
plan-downtime = 쓰기 중단
plan-lost = 잃는 커밋
plan-switchover = 전환
plan-failover = 관리형 장애 조치
plan-under-way = 시험 중…
plan-not-within = { $within } 안에 끝나지 않음
plan-do = 실행

report-heading = 복구 보고서
report-switchover = 전환: { $region } → { $other }
report-failover = 관리형 장애 조치: { $region } → { $other }
report-detach = 분리: { $region } → { $other }

report-open-after = 요청 뒤 { $took } 만에 열렸습니다.
report-downtime = 애플리케이션이 겪은 RTO: 커밋 없음 { $took }.
report-nobody-yet = RTO: 그 뒤로 응답한 커밋이 아직 없습니다.
report-elsewhere = 대상이 { $region }, 그랬다면 손실 { $count }개.
report-overwritten = 이전 볼륨에서 덮어씀
report-lost = RPO: 잃은 응답 완료 커밋: { $count }개.
report-row = { $key } = { $value }
report-rows = 새 기본 리전에 없는 행
report-in-snapshot = 스냅샷에 있음
report-in-old-volume = { $region }의 이전 볼륨에만 있음
report-in-dark-region = 접근할 수 없는 { $region }에만 있음

report-snapshot = 이전 볼륨의 스냅샷 { $name }…, 보존 기간 { $until }. 더 오래 남기려면 복사하십시오.
report-snapshot-copied = 이전 볼륨의 스냅샷 { $name }…: 복사되어 남습니다.
report-no-snapshot-yet = { $region }의 복귀 뒤, 이전 볼륨은 교체 전에 스냅샷으로 남습니다.
report-not-fenced = 이전 기본 리전에 제때 닿지 못해 차단하지 못했습니다.

manual-title = 수작업 6단계
manual-stop = 기본 리전에 쓰기를 멈춘다
manual-choose = 지연이 가장 작은 보조 리전을 고른다
manual-detach = 분리해 독립적으로 쓰게 한다
manual-point = 애플리케이션을 그곳으로 돌린다
manual-take-out = 남은 옛 보조 리전을 뺀다
manual-rebuild = 새 데이터베이스에 리전을 추가한다
manual-done = 완료
manual-open = 미완료
manual-not-stopped = 기본 리전이 계속 쓰는 동안 분리했습니다.
manual-not-least = 다른 보조 리전이 더 앞서 있었습니다.
manual-split = 양쪽이 모두 쓰기를 받았습니다: 스플릿 브레인.
manual-stale = 남은 것은 점점 더 오래된 내용을 읽어 줍니다.

global-primary-made = { $region }에 기본 클러스터를 만들었습니다.
global-cluster-made = { $region }에 빈 볼륨의 보조 클러스터를 만들었습니다.
global-cluster-deleted = { $region }의 클러스터를 볼륨과 함께 삭제했습니다.
global-redo-sent = { $upto }까지의 리두, 목적지 { $region }, 레코드 { $records }개.
global-redo-arrived = { $upto }까지의 리두, { $region }에 도착.
global-progress-heard = 기본 리전이 { $region }의 내구성 위치 { $upto }, 이를 알았습니다.
global-event-link-cut = { $region } – { $other } 경로가 끊겼습니다.
global-event-link-healed = { $region } – { $other } 경로가 복구되었습니다.
global-event-link-slowed = { $region } – { $other } 경로가 평소의 { $times }배 걸립니다.
global-event-link-usual = { $region } – { $other } 경로가 평소 속도입니다.
global-region-down = { $region } 중단: 리전 전체에 접근할 수 없습니다.
    .everyday = { $region } 정전.
global-region-up = { $region } 복귀.
global-rpo-set = { $region }의 RPO 한도: 지금부터 { $limit }.
global-rpo-unset = { $region }의 RPO 한도가 없어졌습니다.
global-commits-held = 모든 보조 리전의 지연이 { $limit } 이상: { $region }의 커밋이 기다립니다.
    .everyday = 모든 분관이 { $limit } 이상 뒤처짐: { $region }의 접수증이 기다립니다.
global-commits-released = 한 보조 리전이 한도 아래로 내려감: { $region }의 커밋이 차례로 진행됩니다.
global-switchover-began = 전환 시작: { $region } → { $other }.
global-writes-done = { $region }에서 받은 쓰기가 모두 끝났습니다.
global-in-step = 맞춰야 할 리전이 마지막 레코드 { $upto }까지 받았습니다.
global-switchover-cancelled = 전환 취소: { $region }.
global-switchover-failed = 전환을 계속할 수 없어 되돌립니다: { $region }.
global-switchover-taken-back = 기본 리전은 전과 같이 { $region }.
global-promotion-began = { $region }: 리더 하나를 라이터로 만들기 시작합니다.
global-primary-opened = 기본 리전은 이제 { $region }: { $point }까지 모두 가지고 { $until }부터 이어 갑니다.
    .everyday = 본관은 이제 { $region }: { $point }장까지 모두 가지고 { $until }부터 이어 갑니다.
global-failover-began = 관리형 장애 조치 시작: { $region } → { $other }. 데이터를 잃을 수 있습니다.
global-fencing-succeeded = { $region }의 스토리지가 차단되었습니다. 더는 쓸 수 없습니다.
global-fencing-timed-out = { $region }의 스토리지가 제때 응답하지 않았습니다. 차단 여부를 알 수 없습니다.
global-failover-given-up = { $region } 리전이 중단되어 이 리전으로의 장애 조치가 취소되었습니다.
global-commit-lost = { $region }에서 응답한 커밋 { $scn }, 새 기본 리전에 없습니다.
    .everyday = { $region }에서 내준 접수증 { $scn }, 새 본관에 없습니다.
global-rebuild-began = { $region }: 기본 리전에서 새 볼륨을 받으며, 그동안 읽을 수 없습니다.
global-rebuild-done = { $region }: 모두 받아 읽을 수 있습니다.
global-snapshot-taken = { $region }의 이전 볼륨 스냅샷을 만들었습니다.
    .everyday = { $region }의 옛 서가를 사진으로 남겼습니다.
global-snapshot-failed = { $region }의 이전 볼륨 스냅샷을 만들지 못했습니다. 복사본이 부족합니다.
global-snapshot-copied = { $region }의 스냅샷을 복사해 남깁니다.
global-snapshot-expired = { $region }의 스냅샷이 기한이 지나 사라졌습니다.
global-detached = { $region }: 글로벌 데이터베이스를 떠나 독립합니다.
global-split-brain = 스플릿 브레인: { $region }, { $other } 모두 쓰기를 받습니다.
    .everyday = 본관이 둘: { $region }, { $other } 모두 서류를 받습니다.
global-writes-closed = { $region }의 쓰기를 멈췄습니다.
global-writes-opened = { $region }의 쓰기를 다시 받습니다.
global-forwarding-set = { $region }의 쓰기 전달을 설정했습니다.
global-forwarded = { $region }의 세션 { $session }: 쓰기 문을 기본 리전으로 보냅니다.
global-forward-answered = { $region }의 세션 { $session }: 응답이 돌아왔습니다.
global-instance-added = { $region }에 인스턴스를 추가했습니다.
global-app-pointed = 애플리케이션에 { $region }의 주소를 지정했습니다.
global-app-pointed-at-name = 애플리케이션에 글로벌 라이터 엔드포인트를 지정했습니다.
global-app-turned = 애플리케이션이 지금부터 { $region }에서 일합니다.
global-app-stopped = 애플리케이션이 더는 요청하지 않습니다.
global-endpoint-moved = 글로벌 라이터 엔드포인트가 가리키는 곳: { $region }.
    .everyday = 본관 안내판이 가리키는 곳: { $region }.

global-no-cluster = { $region }에 클러스터가 없습니다.
global-cluster-is-there = { $region }에 이미 클러스터가 있습니다.
global-link-cut = 그 경로는 이미 끊겨 있습니다.
global-link-open = 그 경로는 끊기지 않았습니다.
global-region-is-down = { $region }에 접근할 수 없습니다. 먼저 되살리십시오.
global-region-is-up = { $region }: 중단된 상태가 아닙니다.
global-too-many-secondaries = 보조 리전은 { $max }개까지이며, 이미 그만큼 있습니다.
global-too-many-readers = 그 리전의 리더는 { $max }개까지입니다.
global-rpo-postgresql = 관리형 RPO는 Aurora PostgreSQL에만 있습니다.
global-is-primary = { $region }: 기본 리전입니다. 보조 리전을 고르십시오.
global-not-primary = { $region }: 기본 리전이 아니어서 쓰는 곳이 아닙니다.
global-not-secondary = { $region }: 지금은 보조 리전이 아닙니다.
global-no-instance = { $region }에는 스토리지만 있습니다. 먼저 인스턴스를 추가하십시오.
global-is-rebuilding = { $region }: 채우는 중입니다. 끝날 때까지 기다리십시오.
global-not-healthy = { $region } 또는 그 경로가 정상이 아닙니다. 전환에는 정상적인 글로벌 데이터베이스가 필요합니다.
global-change-under-way = 기본 리전의 다른 변경이 진행 중입니다.
global-no-switchover = 진행 중인 전환이 없습니다.
global-too-late = 역할이 바뀌어 더는 취소할 수 없습니다.
global-data-loss = 장애 조치는 데이터를 잃을 수 있어 허용이 필요합니다.
global-not-in-that-era = 2023년에는 아직 관리형 장애 조치가 없었습니다. 보조 리전을 직접 분리하십시오.
global-has-secondaries = { $region }에 아직 보조 리전이 있습니다. 먼저 빼십시오.
global-writes-are-stopped = { $region }의 쓰기는 이미 멈춰 있습니다.
global-writes-are-on = { $region }에서는 이미 쓰기를 받고 있습니다.
global-is-fenced = { $region }: 차단되었습니다. 볼륨이 교체됩니다.
global-forwarding-is-off = { $region }의 쓰기 전달이 꺼져 있습니다.
global-no-connection-left = 전달용 연결 { $max }개가 모두 사용 중입니다.
global-no-app = 일하는 애플리케이션이 없습니다.
global-no-snapshot = 복사할 { $region } 스냅샷이 없습니다.
global-for-the-whole = 그것은 리전 안이 아니라 글로벌 데이터베이스 전체에 하는 일입니다.
global-headless-primary = 기본 리전에는 쓰는 인스턴스가 필요합니다.
global-readers-named = 리전의 리더는 “instances”로 셉니다.
global-cluster-problem = “cluster”에 잘못이 있습니다.
problem-between = “regions”가 있는 장의 단계는 “between”을 쓰고 시간이나 “between”을 기다립니다. 다른 장에는 없습니다.
