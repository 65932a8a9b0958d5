event-instance-leaves = 인스턴스 { $number }번을 삭제하는 중입니다. 엔드포인트는 사라졌고, 실행 중인 문에는 3분이 주어집니다.
    .everyday = 열람실 { $number }호가 문을 닫습니다. 새로 들어갈 수 없고, 읽던 사람은 마저 읽습니다.
event-instance-removed =
    { $cut ->
        [0] 인스턴스 { $number }번이 삭제되었습니다.
       *[other] 인스턴스 { $number }번이 삭제되었습니다. 중단된 문: { $cut }건.
    }
    .everyday = 열람실 { $number }호가 없어졌습니다.
event-instance-modified = 인스턴스 { $number }번의 사양이 { $class }.{ $size }(으)로 바뀌어 다시 시작합니다.
    .everyday = 열람실 { $number }호를 고쳐 짓습니다: { $class }.{ $size }.
event-endpoint-created = 사용자 지정 엔드포인트 “{ $name }”이(가) 생성되었습니다.
    .everyday = 안내판 “{ $name }”이(가) 걸렸습니다.
event-endpoint-edited = 사용자 지정 엔드포인트 “{ $name }”의 멤버가 바뀌었습니다. 열린 연결은 그대로입니다.
    .everyday = 안내판 “{ $name }”이(가) 다른 방을 가리킵니다. 안에 있는 사람은 그대로입니다.
event-endpoint-deleted = 사용자 지정 엔드포인트 “{ $name }”이(가) 삭제되었습니다.
    .everyday = 안내판 “{ $name }”을(를) 떼었습니다.
event-clients-told-name =
    { $visitor ->
        [yes] 이제부터 당신의 연결 경로: { $endpoint }.
       *[no] 이제부터 클라이언트의 연결 경로: { $endpoint }.
    }
    .everyday =
        { $visitor ->
            [yes] 이제부터 당신이 따를 것: { $endpoint }.
           *[no] 이제부터 방문자가 따를 것: { $endpoint }.
        }
event-nobody-there = { $who }: 연결할 곳이 없습니다. 지금 가리키는 인스턴스가 없는 이름: { $endpoint }.
    .everyday = { $who }: 열린 문이 없습니다. 지금 아무 데도 가리키지 않는 것: { $endpoint }.
endpoint-usual = 시나리오의 엔드포인트
    .everyday = 평소의 안내판
endpoint-cluster = 클러스터 엔드포인트
    .everyday = 창구 안내판
endpoint-reader = 리더 엔드포인트
    .everyday = 열람실 안내판
endpoint-custom = 사용자 지정 엔드포인트 “{ $name }”
    .everyday = 안내판 “{ $name }”
endpoint-instance = 인스턴스 { $number }번의 엔드포인트
    .everyday = { $number }호실 문
refusal-no-numbers-left = 오간 인스턴스가 너무 많아 번호가 남지 않았습니다. 처음부터 다시 시작하세요.
refusal-is-the-writer = 인스턴스 { $number }번은 라이터입니다. 먼저 다른 인스턴스로 장애 조치하세요.
refusal-reader-leaves = 인스턴스 { $number }번은 삭제되는 중입니다.
refusal-nothing-to-change = 인스턴스 { $number }번은 이미 그 클래스와 크기입니다.
refusal-no-such-instance = 클러스터에 인스턴스 { $number }번은 없습니다.
refusal-endpoints-too-many = 사용자 지정 엔드포인트는 클러스터마다 최대 { $max }개입니다.
refusal-endpoint-name = 이름은 영문자로 시작하고 영문자, 숫자, 홑 하이픈으로만 짓습니다.
refusal-endpoint-name-too-long = 이름이 { $found }자입니다. 최대 { $max }자입니다.
refusal-endpoint-name-taken = 같은 이름의 사용자 지정 엔드포인트가 있습니다.
refusal-endpoint-both-lists = 정적 목록과 제외 목록 중 하나만 지정하세요.
refusal-no-such-endpoint = 그 이름의 사용자 지정 엔드포인트가 없습니다.
